import http from 'node:http';
import { openConsultation } from './product.mjs';

const SECONDS = Number(process.env.CROWD_SECONDS ?? 60);
const READS = 1_000;
const WRITES = 20;

/** Starts `task` so many times a second, whether or not the ones before have ended; that is what a crowd does. */
async function atRate(perSecond, seconds, task) {
  const pending = [];
  const start = performance.now();
  let n = 0;
  while (performance.now() - start < seconds * 1000) {
    const due = Math.floor(((performance.now() - start) / 1000) * perSecond);
    for (; n < due; n += 1) pending.push(task(n));
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return Promise.all(pending);
}

function request(product, agent, method, path, body) {
  const from = performance.now();
  return new Promise((resolve) => {
    const headers = body === undefined ? { 'accept-encoding': 'br' } : { 'content-type': 'application/json' };
    const sent = http.request({ agent, port: product.port, method, path, headers }, (answer) => {
      const parts = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('end', () =>
        resolve({
          status: answer.statusCode,
          ms: performance.now() - from,
          body: body === undefined ? '' : Buffer.concat(parts).toString(),
        }),
      );
    });
    sent.on('error', () => resolve({ status: 0, ms: performance.now() - from, body: '' }));
    sent.end(body);
  });
}

const p95 = (answers) => answers.map(({ ms }) => ms).sort((a, b) => a - b)[Math.floor(answers.length * 0.95)] ?? 0;

/** 1,000 readers and 20 writers a second for a minute, load generator and product on the same cores: what was acknowledged is there. */
export async function crowd(product) {
  const { id, slug } = await openConsultation(product, { visibility: 'atOnce', visibilityReason: 'Måling' });
  const readers = new http.Agent({ keepAlive: true, maxSockets: 64 });
  const writers = new http.Agent({ keepAlive: true, maxSockets: 16 });
  const path = `/api/v1/public/consultations/${slug}/comments`;
  const [reads, writes] = await Promise.all([
    atRate(READS, SECONDS, () => request(product, readers, 'GET', `/f/${slug}`)),
    atRate(WRITES, SECONDS, (n) =>
      request(
        product,
        writers,
        'POST',
        path,
        JSON.stringify({ text: `Bidrag ${n} i trængslen`, idempotencyKey: `c${n}` }),
      ),
    ),
  ]);
  readers.destroy();
  writers.destroy();
  const acknowledged = writes.filter(({ status }) => status === 201).length;
  const { rows } = await product.pool.query('select count(*)::int as n from comment where consultation_id = $1', [id]);
  const failed = reads.filter(({ status }) => status !== 200).length;
  const lost = acknowledged - rows[0].n;
  return [
    {
      what: `${READS} readers and ${WRITES} writers a second for ${SECONDS} s: ${reads.length} pages (p95 ${p95(reads).toFixed(0)} ms), ${writes.length} comments (p95 ${p95(writes).toFixed(0)} ms)`,
      measured: `${failed} reads failed, ${writes.length - acknowledged} writes refused, ${Math.max(0, lost)} lost`,
      goal: '0, 0, 0',
      holds: failed === 0 && acknowledged === writes.length && lost === 0,
    },
  ];
}
