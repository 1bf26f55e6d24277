/** Keys that the workbench itself uses: never a tag's key. */
export const WORKBENCH_KEYS: ReadonlySet<string> = new Set([
  'j',
  'k',
  'z',
  'o',
  'h',
  'p',
  'n',
  'd',
  'v',
  'm',
  'x',
  'y',
  '/',
  '?',
]);

const ALPHABET = 'abcefgilqrstuwæøå123456789';

/** Colours are never alone: each of the eight comes with a shape. */
export const TAG_SHAPES = ['square', 'triangle', 'diamond', 'circle', 'hexagon', 'ring', 'bars', 'flag'] as const;
export type TagShape = (typeof TAG_SHAPES)[number];

export function tagShape(colour: number): TagShape {
  return TAG_SHAPES[(colour - 1) % TAG_SHAPES.length] ?? 'square';
}

/** A free single key for a tag: a letter of its name if one is left, else any; '' when all are taken. */
export function proposeKey(name: string, taken: ReadonlySet<string>): string {
  const free = (key: string): boolean => !taken.has(key) && !WORKBENCH_KEYS.has(key) && ALPHABET.includes(key);
  return [...name.toLowerCase(), ...ALPHABET].find(free) ?? '';
}

/** True when a tag may have the key: one letter or digit that the workbench does not use. */
export function isTagKey(key: string): boolean {
  return key === '' || (key.length === 1 && ALPHABET.includes(key) && !WORKBENCH_KEYS.has(key));
}
