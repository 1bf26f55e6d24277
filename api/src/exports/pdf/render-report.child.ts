import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { createCleaner } from './clean-report.js';
import { declareUa } from './declare-ua.js';
import type { ReportData } from './report-data.js';

/** What the child says on its way out, as one IPC message. */
export type ChildAnswer =
  | { kind: 'done'; pages: number; missingGlyphs: number }
  | { kind: 'refused'; diagnostics: string }
  | { kind: 'unavailable'; reason: string };

/** Beside the sources, also when this runs compiled: the compiler does not copy what is not TypeScript. */
const TEMPLATE = path.resolve(import.meta.dirname, '../../../src/exports/pdf/report.typ');
const WORKSPACE = '/report';
const FONTS: Array<[pack: string, styles: string[]]> = [
  ['@expo-google-fonts/ibm-plex-sans', ['400Regular', '500Medium', '600SemiBold', '700Bold', '400Regular_Italic']],
  ['@expo-google-fonts/noto-sans', ['400Regular', '600SemiBold']],
  ['@expo-google-fonts/noto-emoji', ['400Regular']],
];

function fontFiles(): string[] {
  const require = createRequire(import.meta.url);
  return FONTS.flatMap(([pack, styles]) => {
    const root = path.dirname(require.resolve(`${pack}/package.json`));
    return styles.flatMap((style) => {
      const folder = path.join(root, style);
      return readdirSync(folder)
        .filter((name) => name.endsWith('.ttf'))
        .map((name) => path.join(folder, name));
    });
  });
}

async function render(inFile: string, outFile: string, templateFile: string): Promise<ChildAnswer> {
  const typst = await import('@myriaddreamin/typst-ts-node-compiler').catch((error: unknown) => String(error));
  if (typeof typst === 'string') return { kind: 'unavailable', reason: typst };
  const fonts = fontFiles();
  const cleaner = createCleaner(fonts);
  const cleaned = cleaner.clean(JSON.parse(readFileSync(inFile, 'utf8')) as ReportData);
  const data: ReportData = { ...cleaned, missingGlyphs: cleaner.missing() };
  const compiler = typst.NodeCompiler.create({
    workspace: WORKSPACE,
    fontArgs: [{ fontBlobs: fonts.map((file) => readFileSync(file)) }],
  });
  compiler.mapShadow(`${WORKSPACE}/data.json`, Buffer.from(JSON.stringify(data)));
  compiler.mapShadow(`${WORKSPACE}/report.typ`, readFileSync(templateFile));
  const compiled = compiler.compile({ mainFilePath: `${WORKSPACE}/report.typ` });
  if (!compiled.result) return { kind: 'refused', diagnostics: describe(compiled.takeDiagnostics()?.shortDiagnostics) };
  const options = { creationTimestamp: Math.floor(Date.parse(data.date) / 1000) };
  try {
    // Typst refuses to write PDF/UA-1 when a rule of it is broken: this export is the check and is thrown away.
    compiler.pdf(compiled.result, { ...options, pdfStandard: 'ua-1' });
    writeFileSync(outFile, declareUa(compiler.pdf(compiled.result, { ...options, pdfStandard: 'a-2a' })));
  } catch (error) {
    return { kind: 'refused', diagnostics: describe(error) };
  }
  return { kind: 'done', pages: compiled.result.numOfPages, missingGlyphs: data.missingGlyphs };
}

function describe(problem: unknown): string {
  return (problem instanceof Error ? problem.message : JSON.stringify(problem)).slice(0, 4_000);
}

const [inFile = '', outFile = '', templateFile = TEMPLATE] = process.argv.slice(2);
const answer = await render(inFile, outFile, templateFile);
process.send?.(answer, () => process.exit(0));
