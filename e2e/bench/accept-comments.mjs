import { createHash, randomUUID } from 'node:crypto';
import http from 'node:http';
import { PgBoss } from '../../api/node_modules/pg-boss/dist/index.js';
import { hammer, median, openConsultation } from './product.mjs';

const CONCURRENCY = 8;
const ROUNDS = 5;
const SECONDS = 3;
const TEXT =
  'Om morgenen er der kaos ved udkørslen fra Skolestien. Bilerne holder på cykelstien, og min datter må ud på vejen. Kommer der flere boliger, skal skolevejen løses først – ikke bagefter.';

/** Accepting a comment over HTTP against raw `pg` doing the same statements in the same kind of transaction. */
export async function acceptComments(product) {
  const boss = new PgBoss({ connectionString: product.databaseUrl, supervise: false, schedule: false, max: 2 });
  boss.on('error', () => undefined);
  await boss.start();
  const consultation = await openConsultation(product);
  const agent = new http.Agent({ keepAlive: true, maxSockets: CONCURRENCY });
  const ratios = [];
  let last = { http: 0, raw: 0 };
  for (let round = 0; round < ROUNDS; round += 1) {
    const overHttp = await hammer(CONCURRENCY, SECONDS, (i) =>
      post(product, agent, consultation.slug, `${TEXT} ${round}-${i}`),
    );
    const raw = await hammer(CONCURRENCY, SECONDS, (i) =>
      rawInsert(product.pool, boss, consultation, `${TEXT} raw ${round}-${i}`),
    );
    ratios.push(overHttp.perSecond / raw.perSecond);
    last = { http: overHttp.perSecond, raw: raw.perSecond };
  }
  agent.destroy();
  await boss.stop({ graceful: false });
  const ratio = median(ratios);
  return [
    {
      what: `accepting a comment over HTTP, of raw pg with the same statements (median of ${ROUNDS} rounds; last ${last.http.toFixed(0)}/s of ${last.raw.toFixed(0)}/s)`,
      measured: ratio.toFixed(2),
      goal: '≥ 0.35',
      holds: ratio >= 0.35,
    },
  ];
}

function post(product, agent, slug, text) {
  const body = JSON.stringify({ text, name: 'Åse', idempotencyKey: randomUUID() });
  return new Promise((resolve, reject) => {
    const request = http.request(
      {
        agent,
        port: product.port,
        method: 'POST',
        path: `/api/v1/public/consultations/${slug}/comments`,
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
      },
      (answer) => {
        answer.resume();
        answer.on('end', () =>
          answer.statusCode === 201 ? resolve() : reject(new Error(`status ${answer.statusCode}`)),
        );
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}

// The statements of consultations.repository, comments.repository, audit.service and the job queue, as they stand there.
const SLUG = {
  name: 'b_slug',
  text: `select id from consultation where slug = $1 and state in ('published', 'closed')`,
};
const STORE = {
  name: 'b_store',
  text: `with target as (
    select c.* from consultation c where c.id = $1 and c.state = 'published' and c.opens_at <= app_now() and c.closes_at > app_now()
      and not exists (select 1 from comment k where k.consultation_id = c.id and k.idempotency_key = $6)
  ), stored as (
    insert into comment (id, consultation_id, number, state, channel, text, author_name, received_at, privacy_notice_id, idempotency_key, network_hash, text_hash, clock_started_at, search)
    select $2, t.id, nextval(('comment_number_' || replace(t.id::text, '-', ''))::regclass), 'waiting', 'web', $3, $4, app_now(), t.privacy_notice_id, $6, $7, $5, app_now(), to_tsvector('danish', $3)
    from target t on conflict (consultation_id, idempotency_key) where idempotency_key is not null do nothing returning *
  ) select m.id, m.consultation_id, c.year, c.number as consultation_number, m.number, m.state, m.text_hash from stored m join target c on c.id = m.consultation_id`,
};
const AUDIT = {
  name: 'b_audit',
  text: `insert into audit_event (id, at, actor_id, actor_name, department_id, action, subject_kind, subject_id, consultation_id, data) values ($1, app_now(), null, null, null, 'comment.receive', 'comment', $2, $3, $4)`,
};

async function rawInsert(pool, boss, consultation, text) {
  const client = await pool.connect();
  try {
    await client.query(SLUG, [consultation.slug]);
    await client.query('START TRANSACTION');
    const id = randomUUID();
    const hash = createHash('sha256').update(text).digest();
    await client.query(STORE, [consultation.id, id, text, 'Åse', hash, randomUUID(), hash.subarray(0, 16)]);
    await client.query(AUDIT, [randomUUID(), id, consultation.id, '{"state":"waiting","channel":"web"}']);
    // The queue writes its own statement; here it goes out on our connection, as it does in the product.
    await boss.send(
      'comment-received',
      { commentId: id },
      { db: { executeSql: (text, values) => client.query(text, values) } },
    );
    await client.query('COMMIT');
  } finally {
    client.release();
  }
}
