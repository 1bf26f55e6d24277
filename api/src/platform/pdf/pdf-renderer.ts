import { fork } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ChildAnswer } from './render-pdf.child.js';

/** The document breaks a rule of PDF/UA: it is not written rather than written inaccessible. */
export class PdfRefused extends Error {
  override name = 'PdfRefused';
}
/** There is no Typst for this platform. */
export class PdfUnavailable extends Error {
  override name = 'PdfUnavailable';
}
/** The rendering process died or took too long. */
export class PdfFailed extends Error {
  override name = 'PdfFailed';
}

/** What a template reads as `/data.json`, where the number of characters that no font has is added as `missingGlyphs`. */
export interface DocumentData {
  /** ISO date of the document: the same data give the same bytes. */
  date: string;
}

export interface RenderOptions {
  data: DocumentData;
  /** A Typst template; what it reads of the data it sets as text, never as markup. */
  templateFile: string;
  /** Where the PDF goes; the data lies beside it while the child works. */
  outFile: string;
  signal?: AbortSignal;
  timeoutMs?: number;
}

/** From source (tests) the child is the compiled file; from the build it lies beside this one. */
const CHILD = path.join(
  import.meta.dirname.replace(`${path.sep}src${path.sep}`, `${path.sep}dist${path.sep}`),
  'render-pdf.child.js',
);

/** Renders in a process of its own: a compiler that grows with every document must not live in the worker. */
export async function renderPdf({
  data,
  outFile,
  signal,
  timeoutMs = 300_000,
  templateFile,
}: RenderOptions): Promise<{ pages: number; missingGlyphs: number }> {
  const inFile = `${outFile}.json`;
  await writeFile(inFile, JSON.stringify(data), { mode: 0o600 });
  const limit = AbortSignal.timeout(timeoutMs);
  const stop = signal ? AbortSignal.any([signal, limit]) : limit;
  try {
    const answer = await runChild([inFile, outFile, templateFile], stop);
    if (answer.kind === 'refused') throw new PdfRefused(answer.diagnostics);
    if (answer.kind === 'unavailable') throw new PdfUnavailable(answer.reason);
    return { pages: answer.pages, missingGlyphs: answer.missingGlyphs };
  } catch (error) {
    await rm(outFile, { force: true });
    throw error;
  } finally {
    await rm(inFile, { force: true });
  }
}

function runChild(args: string[], signal: AbortSignal): Promise<ChildAnswer> {
  return new Promise((resolve, reject) => {
    const child = fork(CHILD, args, {
      execArgv: [],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      signal,
      killSignal: 'SIGKILL',
    });
    let words = '';
    let answer: ChildAnswer | null = null;
    child.stderr?.setEncoding('utf8').on('data', (chunk: string) => (words = (words + chunk).slice(-2_000)));
    child.on('message', (message: ChildAnswer) => (answer = message));
    child.once('error', (error) => reject(signal.aborted ? new PdfFailed('stopped') : error));
    child.once('exit', (code) =>
      answer ? resolve(answer) : reject(new PdfFailed(`renderer ended (${code ?? 'killed'}) ${words}`)),
    );
  });
}
