// Small checks of files that no other tool reads.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { at, root } from './lib/paths.mjs';

const problems = [];
const tracked = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\0')
  .filter(Boolean);

for (const file of tracked.filter((name) => /\.(ts|svelte|mjs|typ)$/.test(name) && fs.existsSync(at(name)))) {
  // Made by a program; and word lists, which are looked up and not read through.
  if (file.endsWith('openapi/schemas.ts') || file.startsWith('shared/src/i18n/')) continue;
  const lines = fs.readFileSync(at(file), 'utf8').split('\n').length;
  if (lines > 301) problems.push(`${file} has ${lines - 1} lines; a room is liveable up to 300`);
}
const lock = fs.readFileSync(at('pnpm-lock.yaml'), 'utf8');
for (const platform of ['darwin-arm64', 'darwin-x64', 'win32-x64', 'linux-x64']) {
  if (!lock.includes(platform))
    problems.push(`pnpm-lock.yaml names no package for ${platform}: others could not install`);
}
if (/resolved|tarball:/.test(lock)) problems.push('pnpm-lock.yaml names an address of a registry');
for (const entity of fs.existsSync(at('publiccode.yml'))
  ? ['publiccodeYmlVersion', 'name', 'description', 'legal']
  : []) {
  if (!fs.readFileSync(at('publiccode.yml'), 'utf8').includes(`${entity}:`))
    problems.push(`publiccode.yml lacks ${entity}`);
}
for (const problem of problems) console.log(problem);
process.exitCode = problems.length === 0 ? 0 : 1;
