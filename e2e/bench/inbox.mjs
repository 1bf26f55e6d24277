import http from 'node:http';
import { hammer, openConsultation, percentile } from './product.mjs';

const MANY = 10_000;
const VIEWS = ['due', 'mine', 'department', 'unassigned', 'breached'];
/** Pages that have the inbox open at once, on the one web process: 20 people with ten each. */
const PEOPLE = 20;
const PAGES = 200;

/** 10,000 open conversations, written by SQL since only reading is measured; half of them overdue, a third of them nobody's. */
async function fill(product) {
  const department = await product.api('POST', '/departments', { name: 'Bench' });
  const consultation = await openConsultation(product, { departmentId: department.id });
  const { account } = await product.api('GET', '/session');
  await product.pool.query(
    `insert into comment (id, consultation_id, number, state, channel, text, received_at, text_hash, search)
     select gen_random_uuid(), $1, i, 'waiting', 'web', 'Hvornår kommer svar nummer ' || i || '? ' || repeat('Vi venter. ', 20), now() - i * interval '17 seconds',
       sha256(convert_to(i::text, 'utf8')), to_tsvector('danish', 'svar') from generate_series(1, $2::int) as i`,
    [consultation.id, MANY],
  );
  await product.pool.query(
    `insert into conversation (id, comment_id, consultation_id, state, reason, department_id, owner_id, started_at, policy, due_at, created_at, updated_at)
     select gen_random_uuid(), m.id, m.consultation_id, case when m.number % 3 = 0 then 'new' else 'assigned' end, 'question', $2,
       case when m.number % 3 = 0 then null else $3::uuid end, m.received_at, 'elapsed', m.received_at + interval '24 hours', now(), now()
     from comment m where m.consultation_id = $1`,
    [consultation.id, department.id, account.id],
  );
  // Everybody has been told: the worker is not to send ten thousand mails while reading is measured.
  await product.pool.query(
    `insert into inbox_notice (conversation_id, round, kind, account_id, at, mailed_at)
     select v.id, 1, k, $1, now(), now() from conversation v, unnest(array['assigned', 'warning-75', 'warning-90', 'breached', 'escalated']) as k`,
    [account.id],
  );
  await product.pool.query(
    'insert into conversation_comment select comment_id, id, 1 from conversation on conflict do nothing',
  );
  await product.pool.query('vacuum analyze comment, conversation, inbox_notice');
  return consultation;
}

/** The inbox at 20 people, and how soon a change is seen by other open pages. */
export async function inbox(product) {
  await fill(product);
  const agent = new http.Agent({ keepAlive: true, maxSockets: 20 });
  const rows = [];
  for (const view of VIEWS) {
    const { times } = await hammer(20, 3, () => get(product, agent, `/api/v1/inbox?view=${view}&limit=50`));
    rows.push(row(`inbox, view "${view}" of ${MANY.toLocaleString('en')} open, 20 people`, times));
  }
  // A word that all have, one that nobody has, and a number.
  for (const [what, q] of [
    ['a word of all', 'svar'],
    ['a rare word', 'ligusterhæk'],
    ['a number', '4711'],
  ]) {
    const path = `/api/v1/inbox?q=${encodeURIComponent(q)}&limit=50`;
    const { times } = await hammer(20, 3, () => get(product, agent, path));
    rows.push(row(`inbox, search for ${what} in ${MANY.toLocaleString('en')} open, 20 people`, times));
  }
  const { times } = await hammer(20, 3, () => get(product, agent, '/api/v1/inbox/summary'));
  rows.push(row('inbox, counts of all views, 20 people', times));
  rows.push(...(await live(product)));
  agent.destroy();
  return rows;
}

function row(what, times) {
  const p95 = percentile(times, 95);
  return {
    what: `${what}, p95 (p50 ${percentile(times, 50).toFixed(0)} ms)`,
    measured: `${p95.toFixed(0)} ms`,
    goal: '< 100 ms',
    holds: p95 < 100,
  };
}

/** From the request that changes a conversation to the event in the last of the open pages, and until each of them has read it anew. */
async function live(product) {
  const { items } = await product.api('GET', '/inbox?view=unassigned&limit=20');
  const cookies = await people(product);
  const agent = new http.Agent({ keepAlive: true, maxSockets: PAGES });
  const pages = await Promise.all(Array.from({ length: PAGES }, (_, i) => listen(product, cookies[i % PEOPLE])));
  const [heardAfter, seenAfter] = [[], []];
  for (const { id } of items) {
    const heard = pages.map((page) => page.next());
    const from = performance.now();
    const seen = heard.map(async (event, i) => {
      await event;
      const as = { ...product, cookie: cookies[i % PEOPLE] };
      await Promise.all(
        ['/api/v1/inbox?view=due&limit=50', '/api/v1/inbox/summary'].map((path) => get(as, agent, path)),
      );
    });
    await product.api('POST', `/inbox/${id}/take`, {});
    await Promise.all(heard);
    heardAfter.push(performance.now() - from);
    await Promise.all(seen);
    seenAfter.push(performance.now() - from);
  }
  for (const page of pages) page.close();
  agent.destroy();
  return [
    told(`heard by the last of ${PAGES} open pages`, heardAfter),
    told(`read anew, list and counts, by the last of ${PAGES} open pages`, seenAfter),
  ];
}

function told(what, times) {
  const worst = Math.max(...times);
  const middle = percentile(
    times.toSorted((a, b) => a - b),
    50,
  );
  return {
    what: `a conversation is taken: ${what}, worst of ${times.length} (median ${middle.toFixed(0)} ms)`,
    measured: `${worst.toFixed(0)} ms`,
    goal: '< 1,000 ms',
    holds: worst < 1000,
  };
}

/** Twenty colleagues with sessions of their own. */
async function people(product) {
  await product.pool.query(
    `insert into account (id, email, name, password_hash, roles, department_id, state)
     select gen_random_uuid(), 'kollega' || i || '@eksempel.dk', 'Kollega ' || i, a.password_hash, a.roles, a.department_id, 'active'
     from generate_series(1, $1::int) as i, (select * from account where password_hash is not null limit 1) a`,
    [PEOPLE],
  );
  const cookies = [];
  for (let i = 1; i <= PEOPLE; i += 1) cookies.push(await product.signIn(`kollega${i}@eksempel.dk`));
  return cookies;
}

function listen(product, cookie) {
  return new Promise((resolve, reject) => {
    const request = http.get({ port: product.port, path: '/api/v1/inbox/events', headers: { cookie } }, (answer) => {
      if (answer.statusCode !== 200) return reject(new Error(`events: ${answer.statusCode}`));
      let waiting = () => undefined;
      answer.on('data', (chunk) => String(chunk).includes('event: change') && waiting());
      answer.on('error', () => undefined);
      resolve({ next: () => new Promise((heard) => (waiting = heard)), close: () => request.destroy() });
    });
    request.on('error', reject);
  });
}

function get(product, agent, path) {
  return new Promise((resolve, reject) => {
    http
      .get({ agent, port: product.port, path, headers: { cookie: product.cookie } }, (answer) => {
        answer.resume();
        answer.on('end', () =>
          answer.statusCode === 200 ? resolve() : reject(new Error(`${path}: ${answer.statusCode}`)),
        );
      })
      .on('error', reject);
  });
}
