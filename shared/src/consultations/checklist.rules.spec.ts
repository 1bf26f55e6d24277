import { describe, expect, it } from '@jest/globals';
import { LIMITS } from '../limits.js';
import { LIX_GOAL, readability } from '../text/readability.rules.js';
import { BUILT_IN_TEMPLATES } from './templates.js';
import { publishFindings, type ChecklistFacts } from './checklist.rules.js';

const NOW = Date.parse('2026-09-01T08:00:00Z');
const READY: ChecklistFacts = {
  title: 'Park',
  teaser: 'Kort',
  canInfluence: ['Stier'],
  settled: ['Plads'],
  purpose: '',
  questions: ['Hvad?'],
  opensAt: null,
  closesAt: '2026-09-29T22:00:00Z',
  contact: 'tlf. 70 00 00 00',
  departmentId: 'x',
  caseNumber: '26/004128',
  caseNumberPattern: '26/000000',
  legalBasis: 'Frivillig',
  privacyNotice: 'Vi passer på.',
  visibility: 'afterReview',
  deleteOn: '2027-01-31',
};
const codes = (more: Partial<ChecklistFacts>): string[] =>
  publishFindings({ ...READY, ...more }, NOW).map(({ level, code, field }) => `${level} ${code} ${field}`);

describe('the checklist', () => {
  it('finds nothing when all is there', () => {
    expect(codes({})).toEqual([]);
  });
  it.each<[string, Partial<ChecklistFacts>]>([
    ['blocks title-missing title', { title: '' }],
    ['blocks question-missing questions', { questions: [] }],
    ['blocks closing-missing closesAt', { closesAt: null }],
    ['blocks delete-date-missing deleteOn', { deleteOn: null }],
    ['warns teaser-missing teaser', { teaser: '' }],
    ['warns can-influence-missing canInfluence', { canInfluence: [] }],
    ['warns settled-missing settled', { settled: [] }],
    ['warns contact-missing contact', { contact: '' }],
    ['warns department-missing departmentId', { departmentId: null }],
    ['warns case-number-missing caseNumber', { caseNumber: '' }],
    ['warns case-number-pattern caseNumber', { caseNumber: '26-00412' }],
    ['warns shown-at-once visibility', { visibility: 'atOnce' }],
    ['warns legal-basis-missing legalBasis', { legalBasis: '' }],
    ['warns privacy-notice-missing privacyNotice', { privacyNotice: '' }],
    ['warns blanks-left settled', { settled: ['Der er [beløb] kr.'] }],
    ['warns period-short closesAt', { closesAt: '2026-09-14T22:00:00Z' }],
    ['warns closing-in-the-past closesAt', { closesAt: '2026-08-31T22:00:00Z' }],
    ['warns delete-before-closing deleteOn', { deleteOn: '2026-09-29' }],
    ['warns delete-too-early deleteOn', { deleteOn: '2026-12-28' }],
    ['warns holiday-in-period closesAt', { closesAt: '2027-01-10T23:00:00Z', deleteOn: '2027-09-01' }],
  ])('says %s', (finding, more) => {
    expect(codes(more)).toEqual([finding]);
  });
  it('says each text in which a template still has words to fill in', () => {
    expect(
      codes({ title: 'Hvad med [stedet]?', contact: 'Ring til [navn]', questions: ['Hvor i [området]?'] }),
    ).toEqual(['title', 'questions', 'contact'].map((field) => `warns blanks-left ${field}`));
  });
  it('lets a period of exactly two weeks be', () => {
    expect(codes({ closesAt: '2026-09-15T22:00:00Z' })).toEqual([]);
  });
});

describe('the built-in templates', () => {
  it.each(BUILT_IN_TEMPLATES.map((template) => [template.id, template] as const))(
    '%s fits the limits and is easy to read',
    (_, { input }) => {
      expect([...(input.title ?? '')].length).toBeLessThanOrEqual(LIMITS.title);
      expect([...(input.teaser ?? '')].length).toBeLessThanOrEqual(LIMITS.teaser);
      expect(input.questions?.length ?? 0).toBeLessThanOrEqual(LIMITS.questions);
      const lix = readability([input.teaser, input.purpose].join('\n'))?.lix ?? 0;
      expect(lix).toBeLessThanOrEqual(LIX_GOAL);
      expect(JSON.stringify(input)).not.toMatch(/23 ?c/);
    },
  );
});
