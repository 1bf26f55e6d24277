export const PLACEHOLDERS = ['nummer', 'forhøring', 'frist', 'afdeling', 'kommune', 'link'] as const;
/** What a saved answer leaves open, by the word that stands in braces: `{nummer}`. */
export type Placeholder = (typeof PLACEHOLDERS)[number];

/** What each stands for in one conversation; null: it has nothing there. */
export type PlaceholderValues = Record<Placeholder, string | null>;

const BRACES = /\{([^{}\n]{1,40})\}/gu;

/** Words in braces that stand for nothing, each once: a slip, or a word that citizens would read as it is. */
export function unknownPlaceholders(text: string): string[] {
  const words = [...text.matchAll(BRACES)].map(([whole, word]) => ({
    whole,
    known: placeholderOf(word ?? '') !== null,
  }));
  return [...new Set(words.filter(({ known }) => !known).map(({ whole }) => whole))];
}

/** The text with its values filled in. What has no value stays as it is and is named in `missing`. */
export function fillPlaceholders(text: string, values: PlaceholderValues): { text: string; missing: Placeholder[] } {
  const missing = new Set<Placeholder>();
  const filled = text.replace(BRACES, (whole, word: string) => {
    const placeholder = placeholderOf(word);
    if (placeholder === null) return whole;
    const value = values[placeholder];
    if (value === null || value === '') missing.add(placeholder);
    return value || whole;
  });
  return { text: filled, missing: [...missing] };
}

const placeholderOf = (word: string): Placeholder | null => {
  const plain = word.normalize('NFC').trim().toLocaleLowerCase('da');
  return PLACEHOLDERS.find((known) => known === plain) ?? null;
};
