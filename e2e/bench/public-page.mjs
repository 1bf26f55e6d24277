import http from 'node:http';
import { cpuSeconds, hammer, median, openConsultation } from './product.mjs';

const ROUNDS = 5;
const SECONDS = 3;

function get(product, agent, path, encoding) {
  return new Promise((resolve, reject) => {
    http
      .get({ agent, port: product.port, path, headers: encoding ? { 'accept-encoding': encoding } : {} }, (answer) => {
        let bytes = 0;
        answer.on('data', (chunk) => (bytes += chunk.length));
        answer.on('end', () =>
          answer.statusCode === 200 ? resolve(bytes) : reject(new Error(`${path}: ${answer.statusCode}`)),
        );
      })
      .on('error', reject);
  });
}

/** CPU of all our processes per request. The client's own is not in it: it is another process. */
async function cpuPerRequest(product, agent, path, encoding) {
  const before = cpuSeconds(product);
  const { times } = await hammer(8, SECONDS, () => get(product, agent, path, encoding));
  return ((cpuSeconds(product) - before) / times.length) * 1e6;
}

/** The public page with 50 comments against the JSON endpoint behind it. */
export async function publicPage(product) {
  const consultation = await openConsultation(product, { visibility: 'atOnce', visibilityReason: 'Måling' });
  const path = `/f/${consultation.slug}`;
  const json = `/api/v1/public/consultations/${consultation.slug}/comments?limit=50`;
  for (let i = 0; i < 50; i += 1)
    await product.api('POST', `/public/consultations/${consultation.slug}/comments`, {
      text: `Bidrag ${i}: skolevejen skal løses først, og stien skal have lys hele året. Det har vi ventet på længe.`,
      idempotencyKey: `b${i}`,
    });
  const agent = new http.Agent({ keepAlive: true, maxSockets: 8 });
  const transferred = await get(product, agent, path, 'br');
  const ratios = [];
  let last = { page: 0, json: 0 };
  for (let round = 0; round < ROUNDS; round += 1) {
    last = { page: await cpuPerRequest(product, agent, path, 'br'), json: await cpuPerRequest(product, agent, json) };
    ratios.push(last.page / last.json);
  }
  agent.destroy();
  const ratio = median(ratios);
  return [
    {
      what: `public page with 50 comments (${(transferred / 1000).toFixed(1)} kB brotli), CPU per request of the JSON endpoint behind it (median of ${ROUNDS}; last ${last.page.toFixed(0)} of ${last.json.toFixed(0)} µs)`,
      measured: ratio.toFixed(2),
      goal: '≤ 1.5',
      holds: ratio <= 1.5,
    },
  ];
}
