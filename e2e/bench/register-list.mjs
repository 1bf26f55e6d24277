import http from 'node:http';
import { hammer, openConsultation, percentile } from './product.mjs';

export const MANY = 100_000;
const WORDS = [
  'skolevej',
  'cykelsti',
  'skorsten',
  'parkering',
  'støj',
  'træer',
  'boliger',
  'lys',
  'trafik',
  'regnvand',
  'bænke',
  'åen',
  'stationen',
  'legeplads',
  'bus',
  'mejeriet',
];

/** A consultation with 100,000 comments of some 50 words: written by SQL, since only reading is measured. */
export async function fill(product) {
  const consultation = await openConsultation(product);
  const tag = await product.api('POST', `/consultations/${consultation.id}/tags`, { name: 'Trafik' });
  await product.pool.query(
    `insert into comment (id, consultation_id, number, state, channel, text, public_text, author_name, public_author, received_at, text_hash, search, tag_ids)
     select gen_random_uuid(), $1, i, s.state, (array['web', 'facebook', 'letter', 'mail'])[1 + i % 4], t.text, case when s.state = 'public' then t.text end, 'Borger ' || i,
       case when s.state = 'public' then 'Borger ' || i end, now() - i * interval '20 seconds', sha256(convert_to(t.text, 'utf8')), to_tsvector('danish', t.text), case when i % 9 = 0 then array[$3::uuid] else '{}' end
     from generate_series(1, $2::int) as i
     cross join lateral (select case when i % 12 = 0 then 'waiting' else 'public' end as state) s
     cross join lateral (select string_agg(($4::text[])[1 + (abs(hashint4(i * 61 + k)) % (case when k % 7 = 0 then 16 else 8 end))], ' ') || ' nummer' || i as text from generate_series(1, 45) as k) t`,
    [consultation.id, MANY, tag.id, WORDS],
  );
  await product.pool.query(
    'insert into comment_tag (comment_id, tag_id, consultation_id, tagged_at) select id, tag_ids[1], consultation_id, now() from comment where consultation_id = $1 and tag_ids <> $2',
    [consultation.id, '{}'],
  );
  await product.pool.query('select setval($1, $2)', [`comment_number_${consultation.id.replaceAll('-', '')}`, MANY]);
  await product.pool.query('vacuum analyze comment');
  await product.pool.query('analyze comment_tag');
  return { consultation, tag };
}

/** The newest 50 of 100,000 with a filter, at 20 clients. */
export async function registerList(product) {
  const { consultation, tag } = (product.filled ??= await fill(product));
  const agent = new http.Agent({ keepAlive: true, maxSockets: 20 });
  const filters = {
    'a state': 'state=waiting',
    'a channel': 'channel=letter',
    'a tag': `tag=${tag.id}`,
    'a common word': 'q=skolevej',
    'a rare word': 'q=nummer54321',
    'two words': 'q=cykelsti%20regnvand',
  };
  const rows = [];
  for (const [name, query] of Object.entries(filters)) {
    const ask = () => list(product, agent, `/api/v1/consultations/${consultation.id}/comments?limit=50&${query}`);
    // A second unmeasured: what is new to a process that just began is not what its users meet.
    await hammer(20, 1, ask);
    const { times } = await hammer(20, 4, ask);
    const p95 = percentile(times, 95);
    rows.push({
      what: `newest 50 of ${MANY.toLocaleString('en')} with ${name}, 20 clients, p95 (p50 ${percentile(times, 50).toFixed(0)} ms)`,
      measured: `${p95.toFixed(0)} ms`,
      goal: '< 50 ms',
      holds: p95 < 50,
    });
  }
  agent.destroy();
  return rows;
}

function list(product, agent, path) {
  return new Promise((resolve, reject) => {
    http
      .get({ agent, port: product.port, path, headers: { cookie: product.cookie } }, (answer) => {
        answer.resume();
        answer.on('end', () => (answer.statusCode === 200 ? resolve() : reject(new Error(String(answer.statusCode)))));
      })
      .on('error', reject);
  });
}
