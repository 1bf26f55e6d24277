import { describe, expect, it } from '@jest/globals';
import { contactsIn } from './answer-contact.rules.js';

const own = { phone: '+45 46 31 30 00', email: 'kommunen@roskilde.dk' };

describe('contact details in an answer', () => {
  it.each([
    ['Ring til os på 46313000.', '', []],
    ['Skriv til vejogpark@roskilde.dk.', '', []],
    ['Stien ved Møllevej 12 ryddes i uge 14.', 'Hvornår ryddes stien?', []],
    ['Ring til naboen på 20 30 40 50.', '', ['20 30 40 50']],
    ['Skriv til bente@eksempel.dk eller ring 46 31 30 00.', '', ['bente@eksempel.dk']],
    ['Vi kommer forbi Møllevej 12 på fredag.', 'Jeg bor på Møllevej 12.', ['Møllevej 12']],
    ['Vi ringer på 20304050.', 'Ring til mig på 20 30 40 50', ['20304050']],
    ['Dit nummer 010190-1234 fjerner vi.', '', []],
    ['Det sker i uge 14.', 'Ring 20 30 40 50', []],
  ])('%s', (answer, said, expected) => {
    expect(contactsIn(answer, said, own)).toEqual(expected);
  });

  it('asks about every address when the municipality has written none of its own', () => {
    expect(contactsIn('Skriv til vej@roskilde.dk', '', { phone: '', email: '' })).toEqual(['vej@roskilde.dk']);
  });
});
