import type { Area } from '@forhoering/shared/contracts/consultation.contract.js';
import { areaPath, fit, scaleBar } from '@forhoering/shared/geo/projection.js';

/** Everything a share card says. Never a citizen's words. */
export interface CardContent {
  title: string;
  /** "Skriv, før noget er bestemt." */
  call: string;
  /** "Frist søndag 29. marts 2026"; may be empty. */
  date: string;
  organisation: string;
  area: Area | null;
}

/** Width of a text in parts of its type size. */
type Measure = (text: string, weight: 'bold' | 'regular') => number;

export const CARD = { width: 1200, height: 630 } as const;
const LEFT = 72;
/** Words stand on the left 720 pixels, 40 clear of the picture and 56 clear of every edge. */
const WORDS = 720 - LEFT - 40;
const BRAND = '#0b5162';
const INK = '#15211f';
const INK_2 = '#3d4a48';
const TRACKING = -0.03;
const STEPS = [
  { size: 74, lines: 3 },
  { size: 56, lines: 4 },
  { size: 44, lines: 6 },
];

/** The card as SVG, 1200 by 630. Texts are cleaned and escaped here: nothing in them is read as markup. */
export function shareCardSvg(content: CardContent, measure: Measure): string {
  const title = titleLines(plain(content.title), measure);
  const dateBase = 566;
  const callBase = content.date === '' ? dateBase : dateBase - 41;
  const titleEnd = callBase - 66;
  const lineHeight = title.size * 1.04;
  const lines = title.lines.map((line, i) => {
    const y = titleEnd - (title.lines.length - 1 - i) * lineHeight;
    return text(
      line,
      LEFT,
      y,
      `font-weight="600" font-size="${title.size}" letter-spacing="${(title.size * TRACKING).toFixed(2)}" fill="${INK}"`,
    );
  });
  const small = (words: string, y: number, weight: 400 | 600, fill: string): string => {
    const kind = weight === 600 ? 'bold' : 'regular';
    const width = measure(words, kind) * 30;
    return text(
      words,
      LEFT,
      y,
      `font-weight="${weight}" font-size="${Math.min(30, (30 * WORDS) / width).toFixed(1)}" fill="${fill}"`,
    );
  };
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD.width}" height="${CARD.height}" viewBox="0 0 ${CARD.width} ${CARD.height}" font-family="IBM Plex Sans">`,
    `<rect width="1200" height="630" fill="#fff"/>`,
    content.area === null ? markPanel(content.organisation) : mapPanel(content.area),
    sender(plain(content.organisation), measure),
    ...lines,
    small(plain(content.call), callBase, 600, INK),
    content.date === '' ? '' : small(plain(content.date), dateBase, 400, INK_2),
    '</svg>',
  ].join('');
}

function mapPanel(area: Area): string {
  const [width, height] = [468, 630];
  const projection = fit(area, [], width, height);
  if (projection === null) return '';
  const bar = scaleBar(projection);
  const metres = bar.metres >= 1000 ? `${bar.metres / 1000} km` : `${bar.metres} m`;
  return [
    `<g transform="translate(732 0)"><rect width="${width}" height="${height}" fill="#f0ebe0"/>`,
    `<path d="${areaPath(area, projection)}" fill="#8fbcc7" fill-opacity=".5" fill-rule="evenodd" stroke="${BRAND}" stroke-width="5" stroke-dasharray="16 9" stroke-linejoin="round"/>`,
    `<g transform="translate(40 570)" fill="none" stroke="${INK_2}" stroke-width="3"><path d="M0 -8V0H${bar.length}V-8"/></g>`,
    text(metres, 40, 554, `font-weight="600" font-size="22" fill="${INK_2}"`),
    `</g><rect x="720" width="12" height="630" fill="${BRAND}"/>`,
  ].join('');
}

function markPanel(organisation: string): string {
  return `<rect x="720" width="480" height="630" fill="${BRAND}"/>${shield(organisation, 'translate(802 128) scale(11.3)', '#ffffff22')}`;
}

/** The plain shield with the first letter, as in the pages' head. */
function shield(organisation: string, transform: string, fill: string): string {
  const letter = [...plain(organisation)][0]?.toUpperCase() ?? '';
  return (
    `<g transform="${transform}"><path d="M2 2h24v16c0 7-5 10.500-12 12.500C7 28.500 2 25 2 18z" fill="${fill}"/>` +
    `<text x="14" y="20" text-anchor="middle" font-size="15" font-weight="600" fill="#fff">${escape(letter)}</text></g>`
  );
}

function sender(organisation: string, measure: Measure): string {
  const size = 25.6;
  const [first = '', second = ''] = organisation.split(/ (?=Kommune$)/);
  const lines = second === '' ? wrap(organisation, WORDS - 72, size, 0, measure).slice(0, 2) : [first, second];
  const top = lines.length === 1 ? 105 : 89;
  return (
    shield(organisation, 'translate(72.5 64.5) scale(1.92)', BRAND) +
    lines
      .map((line, i) => text(line, 143, top + i * 30, `font-weight="600" font-size="${size}" fill="${INK}"`))
      .join('')
  );
}

/** The largest size in which the title fits; at the smallest it ends in an ellipsis. */
function titleLines(title: string, measure: Measure): { size: number; lines: string[] } {
  for (const { size, lines: most } of STEPS) {
    const lines = wrap(title, WORDS, size, TRACKING, measure);
    if (lines.length <= most) return { size, lines };
  }
  const { size, lines: most } = STEPS.at(-1) ?? { size: 44, lines: 6 };
  const lines = wrap(title, WORDS, size, TRACKING, measure).slice(0, most);
  return { size, lines: [...lines.slice(0, -1), `${(lines.at(-1) ?? '').slice(0, -2).trimEnd()} …`] };
}

/** Words into lines no wider than `width`; a word that is wider by itself is divided with a hyphen. */
function wrap(words: string, width: number, size: number, tracking: number, measure: Measure): string[] {
  const widthOf = (text: string): number => (measure(text, 'bold') + tracking * [...text].length) * size;
  const lines: string[] = [];
  let line = '';
  for (const word of words.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (widthOf(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word;
    while (widthOf(line) > width) {
      const [piece, rest] = divide(line, (text) => widthOf(`${text}-`) <= width);
      lines.push(`${piece}-`);
      line = rest;
    }
  }
  return line === '' ? lines : [...lines, line];
}

/** Between graphemes: an emoji or a letter with its accent is never torn. */
const graphemes = new Intl.Segmenter('da', { granularity: 'grapheme' });
function divide(word: string, fits: (text: string) => boolean): [string, string] {
  const parts = [...graphemes.segment(word)].map(({ segment }) => segment);
  let n = 1;
  while (n < parts.length - 1 && fits(parts.slice(0, n + 1).join(''))) n += 1;
  return [parts.slice(0, n).join(''), parts.slice(n).join('')];
}

const text = (words: string, x: number, y: number, attributes: string): string =>
  `<text x="${x}" y="${y.toFixed(1)}" ${attributes}>${escape(words)}</text>`;

const escape = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** One line without what XML forbids, what changes the direction of the rest and what joins emoji that no font has joined. */
export const plain = (words: string): string =>
  words
    .toWellFormed()
    .normalize('NFC')
    .replace(/\u00ad|\u200b|\u200d|\ufe0f/g, '')
    .replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
