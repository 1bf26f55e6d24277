import { describe, expect, it } from '@jest/globals';
import { departmentFor, destinationsOf, mayMove, stopsClock } from './conversation.rules.js';

describe('rules of a conversation', () => {
  it('sends where it was asked, and to the link and the mail besides', () => {
    expect(destinationsOf({ channel: 'web', state: 'public', email: 'a@b.dk', followAnswers: true }, false)).toEqual([
      'link',
      'page',
      'mail',
    ]);
    expect(destinationsOf({ channel: 'web', state: 'public', email: 'a@b.dk', followAnswers: false }, false)).toEqual([
      'link',
      'page',
    ]);
    expect(destinationsOf({ channel: 'web', state: 'held', email: null, followAnswers: true }, false)).toEqual([
      'link',
    ]);
    expect(destinationsOf({ channel: 'letter', state: 'waiting', email: null, followAnswers: true }, false)).toEqual([
      'link',
      'copy',
    ]);
    const asked = { channel: 'bluesky', state: 'public', email: null, followAnswers: true } as const;
    expect(destinationsOf(asked, true)).toEqual(['link', 'page', 'channel']);
    expect(destinationsOf(asked, false)).toEqual(['link', 'page', 'copy']);
  });
  it.each([
    ['web', 'link', true],
    ['web', 'mail', false],
    ['letter', 'link', false],
    ['letter', 'copy', true],
    ['phone', 'mail', true],
    ['bluesky', 'channel', true],
    ['bluesky', 'page', false],
  ] as const)('for %s, %s stops the clock: %s', (channel, destination, stops) => {
    expect(stopsClock(channel, destination)).toBe(stops);
  });
  it('finds the department by the words that occur most', () => {
    const rules = [
      { words: ['cykel', 'vej'], departmentId: 'vej' },
      { words: ['skole'], departmentId: 'skole' },
    ];
    expect(departmentFor('Hvornår bliver cykelstien ved Skolevej lavet?', rules)).toBe('vej');
    expect(departmentFor('SKOLEN og skolegården ved vejen', rules)).toBe('skole');
    expect(departmentFor('Hvad med hegnet?', rules)).toBeNull();
  });
  it('does not answer what is answered, nor wait for what is done', () => {
    expect(mayMove('answered', 'full')).toBe(false);
    expect(mayMove('no_answer_needed', 'wait')).toBe(false);
    expect(mayMove('waiting', 'full')).toBe(true);
    expect(mayMove('answered', 'reopen')).toBe(true);
  });
});
