import type { ResultInput, ResultThemeInput } from '../contracts/result.contract.js';

export interface ResultGap {
  /** `intro`, or `themes.2.why`. */
  field: string;
  code: 'required';
}

/** Whether anything has been written about the theme. */
export const isWritten = ({ did, why, outcome }: Pick<ResultThemeInput, 'did' | 'why' | 'outcome'>): boolean =>
  did.trim() !== '' || why.trim() !== '' || outcome !== null;

/**
 * What is missing before it can be shown. Somebody who is told "not" or "partly" is owed a reason; "taken in" speaks for itself.
 * @returns none when it can be published
 */
export function resultGaps({ intro, themes }: Pick<ResultInput, 'intro' | 'themes'>): ResultGap[] {
  const gaps: ResultGap[] = [];
  const missing = (field: string): number => gaps.push({ field, code: 'required' });
  if (intro.trim() === '') missing('intro');
  for (const [i, theme] of themes.entries()) {
    if (!isWritten(theme)) continue;
    if (theme.did.trim() === '') missing(`themes.${i}.did`);
    if (theme.outcome === null) missing(`themes.${i}.outcome`);
    else if (theme.outcome !== 'included' && theme.why.trim() === '') missing(`themes.${i}.why`);
  }
  return gaps;
}
