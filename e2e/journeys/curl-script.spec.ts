import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '../support/journey.ts';
import { ADMIN, BASE_URL } from '../support/server.ts';

const SCRIPT = path.resolve(import.meta.dirname, '../../docs/main-job.sh');

test('the script of the README does the whole main job', async () => {
  expect(readFileSync(path.resolve(import.meta.dirname, '../../README.md'), 'utf8')).toContain('docs/main-job.sh');
  const dir = mkdtempSync(path.join(os.tmpdir(), 'forhoering-curl-'));
  try {
    const { stdout } = await promisify(execFile)('bash', [SCRIPT], {
      cwd: dir,
      env: { ...process.env, BASE: BASE_URL, EMAIL: ADMIN.email, PASSWORD: ADMIN.password },
      timeout: 40_000,
    });
    expect(stdout).toMatch(/opsamling\.pdf: [0-9a-f]{64}\nopsamling\.csv: [0-9a-f]{64}/);
    expect(readFileSync(path.join(dir, 'opsamling.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
    const csv = readFileSync(path.join(dir, 'opsamling.csv'), 'utf8');
    expect(csv.split('\r\n')).toHaveLength(3);
    expect(csv).toContain(';Åse;Lad skorstenen stå!;Bevaring');
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
});
