import { readFileSync } from 'node:fs';
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import path from 'node:path';
import { to as copyTo } from '../../api/node_modules/pg-copy-streams/index.js';
import { fill, MANY } from './register-list.mjs';
import { median, openConsultation } from './product.mjs';

/** CSV of 100,000 comments against COPY to a file, the exporter's memory, and a PDF of 1,000. */
export async function exportsBench(product) {
  const { consultation } = (product.filled ??= await fill(product));
  const ratios = [];
  let peak = 0;
  for (let round = 0; round < 3; round += 1) {
    const plain = await plainCopy(product, consultation.id);
    const made = await exportOnce(product, consultation.id, { format: 'csv', edition: 'internal' });
    peak = Math.max(peak, made.peakMb);
    ratios.push(made.seconds / plain);
  }
  const ratio = median(ratios);
  const thousand = await openConsultation(product, { visibility: 'atOnce', visibilityReason: 'Måling' });
  await product.pool.query(
    `insert into comment (id, consultation_id, number, state, channel, text, public_text, received_at, text_hash, search)
     select gen_random_uuid(), $1, row_number() over (), 'public', channel, text, text, received_at, text_hash, search from comment where consultation_id = $2 limit 1000`,
    [thousand.id, consultation.id],
  );
  const pdf = await exportOnce(product, thousand.id, { format: 'pdf', edition: 'public' });
  return [
    {
      what: `CSV of ${MANY.toLocaleString('en')} comments, time of COPY … TO STDOUT of the same columns (median of 3)`,
      measured: ratio.toFixed(2),
      goal: '≤ 1.5',
      holds: ratio <= 1.5,
    },
    {
      what: 'peak memory of the exporting process meanwhile',
      measured: `${peak.toFixed(0)} MB`,
      goal: '< 200 MB',
      holds: peak < 200,
    },
    {
      what: 'PDF of 1,000 comments, from request to file',
      measured: `${pdf.seconds.toFixed(1)} s`,
      goal: '< 5 s',
      holds: pdf.seconds < 5,
    },
  ];
}

async function plainCopy(product, id) {
  const client = await product.pool.connect();
  const from = performance.now();
  const columns = `m.number, m.received_at, m.upstream_at, m.channel, m.author_name, m.text, m.tag_ids, m.state, m.public_text, m.hidden_reason, m.early, m.late, m.email, m.permalink, m.external_id, m.entry_note, m.place, m.latitude, m.longitude, m.support_count`;
  await pipeline(
    client.query(
      copyTo(
        `copy (select ${columns} from comment m where consultation_id = '${id}' order by m.number) to stdout with (format csv, header)`,
      ),
    ),
    createWriteStream(path.join(product.dataDir, 'plain.csv')),
  );
  client.release();
  return (performance.now() - from) / 1000;
}

/** From request to file by the product's own times, so that asking how far it is costs next to nothing; with the worker's peak resident memory. */
async function exportOnce(product, id, input) {
  const worker = product.pids().find(({ command }) => command.includes('worker.js'))?.pid;
  const asked = await product.api('POST', `/consultations/${id}/exports`, input);
  let peakMb = 0;
  for (let turn = 0; ; turn += 1) {
    peakMb = Math.max(peakMb, residentMb(worker));
    const now = turn % 10 === 0 ? await product.api('GET', `/exports/${asked.id}`) : { state: 'running' };
    if (now.state === 'done')
      return { seconds: (Date.parse(now.finishedAt) - Date.parse(now.requestedAt)) / 1000, peakMb };
    if (!['queued', 'running'].includes(now.state)) throw new Error(`export ${now.state}: ${now.error?.message}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function residentMb(pid) {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1000;
}
