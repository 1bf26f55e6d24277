import { describe, expect, it } from '@jest/globals';
import { writtenAge } from '../time/written-age.js';
import { answered, drop, mergeAbove, pastedCsv, splitAt } from './pasted-edits.rules.js';
import { splitThread, type PastedComment } from './pasted-thread.rules.js';

const brief = (pasted: string, own: string[] = ['Nørreskov Kommune']): string[] =>
  splitThread(pasted, own).comments.map(
    ({ author, text, age, parent, ours, edited, cut, unsure }) =>
      `${author}|${text.replaceAll('\n', '/')}|${age}|${parent ?? '-'}${ours ? ' ours' : ''}${edited ? ' edited' : ''}${cut ? ' cut' : ''}${unsure ? ' unsure' : ''}`,
  );

const DANISH = `Nørreskov Kommune
14. november kl. 10.15
Hvad skal torvet være? Skriv det her.
Synes godt om
Kommenter
Del
Mest relevante
Mette Hansen
Hvorfor skal vi bruge penge på det?

Vi har ikke råd.
Synes godt om
Svar
2 d.
Redigeret
3
Forfatter
Nørreskov Kommune
Mette Hansen Pengene er sat af i budgettet.
Synes godt om
Svar
1 d.
Mette Hansen
Nørreskov Kommune tak for svaret
Synes godt om
Svar
22 t.
Vis flere kommentarer
Topfan
Åse Lund Østergård
Flere bænke 🌳
Synes godt om · Svar · 5 t.
Skriv en kommentar…`;
const ENGLISH = `Most relevant
Bob Smith
Top fan
More trees, please
2dLikeReplyEdited
Bob Smith
And a fountain… See more
Like
Reply
1w
4
View 2 replies
Nørreskov Kommune
Author
Bob Smith we hear you
Like · Reply · 3h`;

describe('a thread copied from Facebook', () => {
  it.each<[string, string, string[]]>([
    [
      'in Danish, with the post above it',
      DANISH,
      [
        'Mette Hansen|Hvorfor skal vi bruge penge på det?//Vi har ikke råd.|2 d.|- edited',
        'Nørreskov Kommune|Mette Hansen Pengene er sat af i budgettet.|1 d.|0 ours',
        'Mette Hansen|Nørreskov Kommune tak for svaret|22 t.|1',
        'Åse Lund Østergård|Flere bænke 🌳|5 t.|-',
      ],
    ],
    [
      'in English, with nothing between the parts of the row',
      ENGLISH,
      [
        'Bob Smith|More trees, please|2d|- edited',
        'Bob Smith|And a fountain…|1w|- cut',
        'Nørreskov Kommune|Bob Smith we hear you|3h|1 ours',
      ],
    ],
    [
      'with answers further in',
      'Eva Bo\n\tJa\nSynes godt om · Svar · 1 u.\n    Ib Bo\n    Nej\n    Synes godt om · Svar · 6 d.\nUlla Ek\nMåske\nSynes godt om · Svar · 3 d.',
      ['Eva Bo|Ja|1 u.|-', 'Ib Bo|Nej|6 d.|0', 'Ulla Ek|Måske|3 d.|-'],
    ],
    [
      'where somebody says "Svar", "3" and "Del"',
      'Eva Bo\nSvar\nSynes godt om\nSvar\n2 t\nIb Bo\n3\n2 t\nSynes godt om\nSvar\nUlla Ek\nDel\nSynes godt om · Svar · 1 t.',
      ['Eva Bo|Svar|2 t|-', 'Ib Bo|3|2 t|-', 'Ulla Ek|Del|1 t.|-'],
    ],
    ['that is one line', 'bla '.repeat(5).trim(), ['|bla bla bla bla bla||- unsure']],
    [
      'cut off in the middle',
      'Eva Bo\nJa tak\nSynes godt om · Svar · 1 t.\nIb Bo\nJeg nåede ik',
      ['Eva Bo|Ja tak|1 t.|-', 'Ib Bo|Jeg nåede ik||- unsure'],
    ],
    [
      'with marks that nobody sees in a name',
      '\u202eEva\u202c \u200bBo\nJa\nSynes\u00a0godt om\u200e · Svar · 1 t.',
      ['Eva Bo|Ja|1 t.|-'],
    ],
    ['of nothing', '\n \n', []],
  ])('%s', (_, pasted, wanted) => {
    expect(brief(pasted)).toEqual(wanted);
  });

  it('is taken up to a limit, and quickly whatever it is', () => {
    const many = Array.from(
      { length: 5_001 },
      (_, i) => `Borger Nr${'x'.repeat(i % 9)}\nTekst ${i}\nSynes godt om · Svar · 1 t.`,
    );
    const began = Date.now();
    expect(splitThread(many.join('\n'), [])).toMatchObject({ more: true, comments: { length: 5_000 } });
    for (const hostile of [
      '3\n'.repeat(300_000),
      'a'.repeat(1_900_000),
      ' '.repeat(1_900_000),
      'vis '.repeat(400_000),
      '1 d.'.repeat(400_000),
    ])
      splitThread(hostile, []);
    expect(Date.now() - began).toBeLessThan(8_000);
  });
});

describe('a correction', () => {
  const three = (): PastedComment[] => splitThread(DANISH, ['Nørreskov Kommune']).comments;
  const parents = (comments: PastedComment[]) => comments.map(({ parent }) => parent);

  it('merges, splits and drops, and who answers whom stays right', () => {
    const merged = mergeAbove(three(), 1);
    expect(merged[0]?.text).toContain('Nørreskov Kommune\nMette Hansen Pengene');
    expect(parents(merged)).toEqual([null, 0, null]);
    expect(parents(drop(three(), 1))).toEqual([null, 0, null]);
    const cut = splitAt(three(), 0, 'Hvorfor skal vi bruge penge på det?'.length);
    expect(cut.map(({ text }) => text).slice(0, 2)).toEqual([
      'Hvorfor skal vi bruge penge på det?',
      'Vi har ikke råd.',
    ]);
    expect(parents(cut)).toEqual([null, null, 0, 2, null]);
    expect(splitAt(three(), 0, 0)).toEqual(three());
    expect(mergeAbove(three(), 0)).toEqual(three());
  });

  it('lets what is below our answer belong to what we answered, and leaves our words out of the file', () => {
    expect(answered(three(), 2)).toBe(0);
    const csv = pastedCsv(three(), 'https://facebook.com/1');
    expect(csv.split('\n').at(-2)).toBe(
      '"Nørreskov Kommune tak for svaret","Mette Hansen","22 t.","3","1","https://facebook.com/1"',
    );
    expect(csv).not.toContain('Pengene');
  });
});

describe('an age as it is written', () => {
  const READ = new Date('2026-11-28T10:00:00.000Z');
  it.each([
    ['2 d.', '2026-11-26T10:00:00.000Z'],
    ['3h', '2026-11-28T07:00:00.000Z'],
    ['1 u.', '2026-11-21T10:00:00.000Z'],
    ['for 2 måneder siden', '2026-09-28T09:00:00.000Z'],
    ['an hour ago', '2026-11-28T09:00:00.000Z'],
    ['Lige nu', '2026-11-28T10:00:00.000Z'],
    ['I går kl. 14.32', '2026-11-27T13:32:00.000Z'],
    ['Yesterday at 3:04 PM', '2026-11-27T14:04:00.000Z'],
    ['torsdag kl. 9.00', '2026-11-26T08:00:00.000Z'],
    ['14. december kl. 10.15', '2025-12-14T09:15:00.000Z'],
    ['November 14 at 10:15 AM', '2026-11-14T09:15:00.000Z'],
    ['14. maj 2024', '2024-05-14T10:00:00.000Z'],
    ['i dag kl. 23.00', '2026-11-28T10:00:00.000Z'],
  ])('%s', (written, wanted) => {
    expect(writtenAge(written, READ)?.toISOString()).toBe(wanted);
  });
  it.each(['', '2 x', '31. februar', '14. november kl. 25.00', 'Mette', '9999 d'])('is none: "%s"', (written) => {
    expect(writtenAge(written, READ)).toBeNull();
  });
});
