import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import { openConsultation, percentile, startProduct } from './product.mjs';

const POSTS = 20;
const EACH = 5_000;
const SECRET = 'app-secret';

/** Comments of a thread in pages of a hundred, and nothing else that a network can: a stand-in that is quick. */
function network() {
  const one = (post, i) => ({
    id: `${post}_${i}`,
    message: textOf(post, i),
    created_time: '2026-11-01T08:00:00+0000',
    from: { id: `c${i}`, name: `Borger ${i}` },
  });
  const json = (response, body) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  };
  return http.createServer((request, response) => {
    const url = new URL(request.url, 'http://x');
    const [, , id, edge] = url.pathname.split('/');
    if (url.pathname.endsWith('/oauth/access_token')) return json(response, { access_token: 'long' });
    if (url.pathname.endsWith('/me/accounts'))
      return json(response, { data: [{ id: '1000', name: 'Kommunen', access_token: 'page' }] });
    if (edge !== 'comments') return json(response, { id, reactions: { summary: { total_count: 1 } } });
    const from = Number(url.searchParams.get('after') ?? '0');
    const data = Array.from({ length: Math.min(100, EACH - from) }, (_, i) => one(id, from + i));
    const next = from + 100 < EACH ? { next: 'more' } : {};
    return json(response, { data, paging: { cursors: { after: String(from + 100) }, ...next } });
  });
}
const textOf = (post, i) => `Kommentar ${i} til ${post}. ${'Der mangler bænke på torvet. '.repeat(3)}`.trim();

/** Hints at 500 a second, and 100,000 collected comments read again without a change. */
export async function channels() {
  const server = network();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${server.address().port}`;
  const env = { CHANNEL_SERVERS: `facebook=${address}`, CHANNEL_APP_FACEBOOK: `app:${SECRET}` };
  const product = await startProduct(env, Number(process.env.BENCH_PORT ?? 4419) + 1);
  try {
    return [await hints(product), ...(await again(product))];
  } finally {
    await product.stop();
    server.closeAllConnections();
    server.close();
  }
}

async function hints(product) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 50 });
  const send = (i) => {
    const body = JSON.stringify({
      object: 'page',
      entry: [{ changes: [{ field: 'feed', value: { post_id: `1000_${i}` } }] }],
    });
    const headers = {
      'content-type': 'application/json',
      'x-hub-signature-256': `sha256=${createHmac('sha256', SECRET).update(body).digest('hex')}`,
    };
    const from = performance.now();
    return new Promise((resolve, reject) => {
      const call = http.request(
        { agent, port: product.port, path: '/api/v1/webhooks/facebook', method: 'POST', headers },
        (answer) => {
          answer.resume();
          answer.on('end', () =>
            answer.statusCode === 204 ? resolve(performance.now() - from) : reject(new Error(`${answer.statusCode}`)),
          );
        },
      );
      call.on('error', reject);
      call.end(body);
    });
  };
  for (let i = 0; i < 200; i += 1) await send(i);
  const waiting = [];
  const [RATE, SECONDS] = [500, 10];
  const start = performance.now();
  for (let i = 0; i < RATE * SECONDS; i += 1) {
    const due = start + (i * 1000) / RATE;
    while (performance.now() < due) await new Promise((resolve) => setTimeout(resolve, 1));
    waiting.push(send(i % 1_000));
  }
  const times = (await Promise.all(waiting)).sort((a, b) => a - b);
  agent.destroy();
  const p95 = percentile(times, 95);
  return {
    what: `webhook accepted, ${RATE} a second for ${SECONDS} s, p95 (p50 ${percentile(times, 50).toFixed(1)} ms)`,
    measured: `${p95.toFixed(1)} ms`,
    goal: '< 20 ms',
    holds: p95 < 20,
  };
}

async function again(product) {
  await fill(product);
  const memory = watch(product);
  const from = performance.now();
  await product.pool.query('update collect_source set next_at = now()');
  let open = POSTS;
  while (open > 0) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    const { rows } = await product.pool.query(
      'select count(*)::int as n from collect_source where read_at is null and fault is null',
    );
    open = rows[0].n;
  }
  const seconds = (performance.now() - from) / 1000;
  const peak = memory();
  const { rows } = await product.pool.query(
    'select (select count(*) from comment)::int as comments, (select count(*) from comment_version)::int as versions, (select count(*) from collect_source where fault is not null)::int as faults',
  );
  if (rows[0].comments !== POSTS * EACH || rows[0].versions !== 0 || rows[0].faults !== 0)
    throw new Error(`something changed: ${JSON.stringify(rows[0])}`);
  const what = `${(POSTS * EACH).toLocaleString('en')} collected comments below ${POSTS} posts, read again without a change`;
  return [
    { what, measured: `${seconds.toFixed(1)} s`, goal: '< 60 s', holds: seconds < 60 },
    {
      what: `peak memory of the worker meanwhile`,
      measured: `${peak.toFixed(0)} MB`,
      goal: '< 300 MB',
      holds: peak < 300,
    },
  ];
}

/** The largest resident size of the worker until it is asked for. */
function watch(product) {
  const worker = product.pids().find(({ command }) => command.includes('worker.js'));
  let peak = 0;
  const look = () => {
    const kb = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${worker.pid}/status`, 'utf8'))?.[1] ?? 0);
    peak = Math.max(peak, kb / 1024);
  };
  const timer = setInterval(look, 50);
  return () => {
    clearInterval(timer);
    look();
    return peak;
  };
}

/** Written by SQL, since only reading again is measured: the account, twenty posts that are out, and what was collected below them. */
async function fill(product) {
  const start = await product.api('POST', '/channel-accounts/sign-in', { channel: 'facebook' });
  const state = new URL(start.url).searchParams.get('state');
  const { items } = await product.api('POST', '/channel-accounts/sign-in/complete', { state, code: 'x' });
  const phases = ['opening', 'halfway', 'lastDays', 'closed'];
  for (let i = 0; i < POSTS / phases.length; i += 1) {
    const { id } = await openConsultation(product);
    for (const phase of phases) {
      const posts = [{ channel: 'facebook', text: 'Skriv: {link}' }];
      const story = { headline: 'x', text: 'y', pictureId: null, altText: '', plannedOn: null, posts, version: 0 };
      await product.api('PUT', `/consultations/${id}/stories/${phase}`, story);
    }
  }
  await product.pool.query(
    `insert into collect_source (id, consultation_id, account_id, post_id, external_id, posted_at)
     select gen_random_uuid(), s.consultation_id, $1, p.id, '1000x' || row_number() over (), now() from post p join story s on s.id = p.story_id`,
    [items[0].id],
  );
  await product.pool.query(
    `with said as (
       select gen_random_uuid() as id, k.id as source_id, k.consultation_id, k.external_id || '_' || i as external_id,
         'Kommentar ' || i || ' til ' || k.external_id || '. Der mangler bænke på torvet. Der mangler bænke på torvet. Der mangler bænke på torvet.' as text
       from collect_source k, generate_series(0, $1::int - 1) as i
     ), kept as (
       insert into comment (id, consultation_id, number, state, channel, text, received_at, upstream_at, external_id, text_hash, search)
       select id, consultation_id, row_number() over (partition by consultation_id), 'waiting', 'facebook', text, now(), now(), external_id,
         sha256(convert_to(text, 'utf8')), to_tsvector('danish', text) from said
     )
     insert into collected_comment (comment_id, source_id, external_id, author_ref, seen_hash)
     select id, source_id, external_id, 'x', sha256(convert_to(text, 'utf8')) from said`,
    [EACH],
  );
  await product.pool.query('vacuum analyze comment, collected_comment');
}
