// Makes the JSON Schemas of the API document from the contract types, so that the two cannot drift apart.
// `node tools/openapi-schemas.mjs` writes the file; with `--check` it only says whether the file is in step.
import fs from 'node:fs';
import { createGenerator } from 'ts-json-schema-generator';
import { at } from './lib/paths.mjs';

const target = at('api/src/openapi/schemas.ts');
const folder = at('shared/src/contracts');
const names = fs
  .readdirSync(folder)
  .sort()
  .flatMap((file) =>
    [...fs.readFileSync(`${folder}/${file}`, 'utf8').matchAll(/^export (?:interface|type) (\w+)/gm)].map(
      (match) => match[1],
    ),
  );
const generator = createGenerator({
  path: `${folder}/*.ts`,
  tsconfig: at('shared/tsconfig.json'),
  expose: 'export',
  skipTypeCheck: true,
  additionalProperties: false,
  topRef: true,
});
const definitions = {};
for (const name of names) Object.assign(definitions, generator.createSchema(name).definitions);
const text = JSON.stringify(
  Object.fromEntries(Object.entries(definitions).sort(([a], [b]) => (a < b ? -1 : 1))),
  null,
  1,
).replaceAll('#/definitions/', '#/components/schemas/');
const file = `// Made by tools/openapi-schemas.mjs from shared/src/contracts. Do not edit: change the contract and run it again.\n/* eslint-disable */\nexport const SCHEMAS: Record<string, object> = ${text};\n`;

if (!process.argv.includes('--check')) fs.writeFileSync(target, file);
else if (!fs.existsSync(target) || fs.readFileSync(target, 'utf8') !== file) {
  console.log('api/src/openapi/schemas.ts is not in step with the contracts. Run: npm run fix');
  process.exitCode = 1;
}
