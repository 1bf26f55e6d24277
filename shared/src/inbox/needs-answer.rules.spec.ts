import { describe, expect, it } from '@jest/globals';
import { isQuestionTag, needsAnswer } from './needs-answer.rules.js';

describe('whether a comment needs an answer', () => {
  it.each([
    ['Hvornår åbner I for gåtur på grunden?', 'question'],
    ['er der tænkt på støj fra varmepumperne', 'question'],
    ['Fin plan. Hvordan med lastbilerne', 'question'],
    ['Kan I oplyse, om jorden er undersøgt for olie.', 'addressed'],
    ['Jeg vil gerne vide, om linden bliver stående', 'addressed'],
    ['Hvorfor spørger I først nu', 'question'],
    ['When will the path open', 'question'],
    ['ER DER LYS PÅ STIEN', 'question'],
    ['Det er da mærkeligt？', 'question'],
  ] as const)('"%s" does', (text, reason) => {
    expect(needsAnswer(text)).toBe(reason);
  });
  it.each([
    'Bevar skorstenen.',
    'Hvis I river det ned, flytter jeg.',
    'Se https://example.org/?id=3',
    'Hvordanlampe er et dumt ord',
    'Der skal være mere natur; og flere fugle.',
    '',
  ])('"%s" does not', (text) => {
    expect(needsAnswer(text)).toBeNull();
  });
  it('the tag is known by its name', () => {
    expect(isQuestionTag(' Spørgsmål ')).toBe(true);
    expect(isQuestionTag('Spørgsmål om trafik')).toBe(false);
  });
});
