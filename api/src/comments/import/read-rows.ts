import { parse, type CsvError } from 'csv-parse';
import { LIMITS } from '@forhoering/shared/limits.js';
import { ImportRefused } from './import-refused.js';
import type { Separator } from './mapping.rules.js';

export interface CsvRow {
  /** Line in the file where the row begins; the header is line 1. */
  line: number;
  cells: string[];
}

/** Rows of a CSV text, one after the other. The first is the header. @throws ImportRefused `import-broken-quotes`, `import-too-large` */
export async function* readRows(text: string, separator: Separator): AsyncGenerator<CsvRow> {
  const parser = parse(text, {
    delimiter: separator,
    bom: true,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: 2_000_000,
  });
  let next = 1;
  let count = 0;
  try {
    for await (const item of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      count += 1;
      if (count > LIMITS.importRows + 1)
        throw new ImportRefused('import-too-large', { max: `${LIMITS.importRows} rækker` });
      yield { line: next, cells: item.record };
      next = item.info.lines + 1;
    }
  } catch (error) {
    if (isCsvError(error)) {
      // The reader gives up before the rows it already has are handed out, so it is asked how far it came.
      throw new ImportRefused('import-broken-quotes', { line: Math.max(next, rowsRead(error) + 1) });
    }
    throw error;
  }
}

function isCsvError(error: unknown): error is CsvError {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('CSV_');
}

const rowsRead = (error: CsvError): number =>
  'records' in error && typeof error.records === 'number' ? error.records : 0;
