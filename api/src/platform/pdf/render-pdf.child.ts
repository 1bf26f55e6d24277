import { readFileSync, writeFileSync } from 'node:fs';
import { fontFiles, type FontStyle } from '../fonts/font-files.js';
import { createCleaner } from './clean-texts.js';
import { declareUa } from './declare-ua.js';
import type { DocumentData } from './pdf-renderer.js';

/** What the child says on its way out, as one IPC message. */
export type ChildAnswer =
  | { kind: 'done'; pages: number; missingGlyphs: number }
  | { kind: 'refused'; diagnostics: string }
  | { kind: 'unavailable'; reason: string };

const WORKSPACE = '/document';
const plex = '@expo-google-fonts/ibm-plex-sans';
const noto = '@expo-google-fonts/noto-sans';
const FONTS: FontStyle[] = [
  ...['400Regular', '500Medium', '600SemiBold', '700Bold', '400Regular_Italic'].map(
    (style) => ({ pack: plex, style }) as const,
  ),
  ...['400Regular', '600SemiBold'].map((style) => ({ pack: noto, style }) as const),
  { pack: '@expo-google-fonts/noto-sans-arabic', style: '400Regular' },
  { pack: '@expo-google-fonts/noto-emoji', style: '400Regular' },
];

async function render(inFile: string, outFile: string, templateFile: string): Promise<ChildAnswer> {
  const typst = await import('@myriaddreamin/typst-ts-node-compiler').catch((error: unknown) => String(error));
  if (typeof typst === 'string') return { kind: 'unavailable', reason: typst };
  const fonts = fontFiles(FONTS);
  const cleaner = createCleaner(fonts);
  const cleaned = cleaner.clean(JSON.parse(readFileSync(inFile, 'utf8')) as DocumentData);
  const data = { ...cleaned, missingGlyphs: cleaner.missing() };
  const compiler = typst.NodeCompiler.create({
    workspace: WORKSPACE,
    fontArgs: [{ fontBlobs: fonts.map((file) => readFileSync(file)) }],
  });
  compiler.mapShadow(`${WORKSPACE}/data.json`, Buffer.from(JSON.stringify(data)));
  compiler.mapShadow(`${WORKSPACE}/document.typ`, readFileSync(templateFile));
  const compiled = compiler.compile({ mainFilePath: `${WORKSPACE}/document.typ` });
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

const [inFile = '', outFile = '', templateFile = ''] = process.argv.slice(2);
const answer = await render(inFile, outFile, templateFile);
process.send?.(answer, () => process.exit(0));
