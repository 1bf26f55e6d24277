import { formatDay } from '../time/format-time.js';

/** The words of a holding reply that nobody has changed. @param promisedAt the end of the day that is promised */
export function holdingWords(department: string | null, promisedAt: string | null): string {
  const day =
    promisedAt === null ? '' : ` senest ${formatDay(new Date(Date.parse(promisedAt) - 1).toISOString(), 'da')}`;
  return `Tak for dit spørgsmål. Vi har læst det, og ${department ?? 'vi'} svarer${day}.`;
}
