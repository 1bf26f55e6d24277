import { at, root } from './paths.mjs';
import { capture } from './processes.mjs';
import { build } from './build.mjs';

const bin = (...parts) => at('node_modules', ...parts);

/** Each step: what it is, what to run, and what to do when it fails. Two lanes, for two cores. */
const LANES = [
  [
    ['format', [bin('prettier/bin/prettier.cjs'), '--check', '--cache', '--log-level=warn', '.'], root, 'npm run fix'],
    [
      'lint',
      [bin('oxlint/bin/oxlint'), '--type-aware', 'api/src', 'api/test', 'shared/src', 'web/src'],
      root,
      'npm run fix, then mend by hand',
    ],
    [
      'types: tests',
      [at('api/node_modules/typescript/bin/tsc'), '-p', at('api/tsconfig.spec.json')],
      root,
      'mend the types',
    ],
    [
      'types: shared tests',
      [at('shared/node_modules/typescript/bin/tsc'), '-p', at('shared/tsconfig.spec.json')],
      root,
      'mend the types',
    ],
    ['types: e2e', [at('e2e/node_modules/typescript/bin/tsc'), '-p', at('e2e/tsconfig.json')], root, 'mend the types'],
  ],
  [
    [
      'svelte',
      [at('web/node_modules/svelte-check/bin/svelte-check'), '--fail-on-warnings', '--output', 'human'],
      at('web'),
      'mend the pages',
    ],
    [
      'floors',
      [
        bin('dependency-cruiser/bin/dependency-cruiser.mjs'),
        '--config',
        'floors.cjs',
        'api/src',
        'shared/src',
        'web/src',
      ],
      root,
      'see floors.cjs: a room may only look down',
    ],
    ['contracts', [at('tools/openapi-schemas.mjs'), '--check'], root, 'npm run fix'],
    ['migrations', [at('api/dist/check-migrations.js')], root, 'write a migration, or mend the entity'],
    ['compose', [at('tools/check-compose.mjs')], root, 'mend docker-compose.yml'],
    ['files', [at('tools/check-files.mjs')], root, 'see the message'],
  ],
];

async function lane(env, steps, failures) {
  for (const [name, args, cwd, advice] of steps) {
    const done = await capture(env, env.FORHOERING_NODE, args, cwd);
    console.log(`${done.ok ? 'ok  ' : 'FAIL'} ${name.padEnd(20)} ${done.seconds.toFixed(1)} s`);
    if (!done.ok) {
      console.log(done.output.trimEnd());
      failures.push(`${name}: ${advice}`);
    }
  }
}

/** Format, lint with types, types, pages, floors, migrations, files: everything that needs no running product. */
export async function check(env) {
  build(env);
  const failures = [];
  await Promise.all(LANES.map((steps) => lane(env, steps, failures)));
  for (const failure of failures) console.log(`\n${failure}`);
  return failures.length === 0 ? 0 : 1;
}

export async function fix(env) {
  for (const args of [
    [at('tools/openapi-schemas.mjs')],
    [bin('prettier/bin/prettier.cjs'), '--write', '--cache', '--log-level=warn', '.'],
    [bin('oxlint/bin/oxlint'), '--fix', '--type-aware', 'api/src', 'api/test', 'shared/src', 'web/src'],
  ]) {
    const done = await capture(env, env.FORHOERING_NODE, args, root);
    if (!done.ok) console.log(done.output);
  }
  return 0;
}
