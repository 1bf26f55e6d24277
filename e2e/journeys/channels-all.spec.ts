import type { Page } from '@playwright/test';
import { BlueskyServer } from '../doubles/bluesky-server.ts';
import { expect, openConsultation, readableByEveryone, test } from '../support/journey.ts';

const url = process.env['E2E_BLUESKY'];
test.skip(url === undefined, 'a real Bluesky server is not installed');

const RELEASE = `Kommunen spørger om torvet

Byrådet vil høre, hvad borgerne ved, før planen tegnes.

Torvet ligger tomt det meste af året.`;
const CHANNELS = ['Facebook', 'Instagram', 'Bluesky', 'Mastodon', 'Threads'];

/** Minutes from now, by the clock on the wall in Copenhagen. */
function wallIn(minutes: number): { date: string; time: string } {
  const at = new Date(Date.now() + minutes * 60_000);
  const part = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat('da-DK', { timeZone: 'Europe/Copenhagen', ...options }).format(at);
  return {
    date: part({ day: '2-digit', month: '2-digit', year: 'numeric' }),
    time: part({ hour: '2-digit', minute: '2-digit' }),
  };
}

/** By the networks' own pages, which say yes at once. */
async function connectAll(page: Page, server: BlueskyServer): Promise<string> {
  const us = await server.join();
  const secret = { channel: 'bluesky', identifier: us.handle, secret: us.password };
  expect((await page.request.post('/api/v1/channel-accounts', { data: secret })).status()).toBe(201);
  for (const name of ['Facebook', 'Instagram', 'Threads', 'Mastodon']) {
    await page.goto('/kanaler');
    await page.getByRole('button', { name: `Forbind ${name}` }).click();
    if (name === 'Mastodon') await page.getByLabel('Jeres server').fill(process.env['E2E_MASTODON'] ?? '');
    await page.getByRole('button', { name: `Gå til ${name}` }).click();
    await expect(page.getByText(/^Forbundet: /)).toBeVisible();
  }
  return us.handle;
}

test('a press release becomes posts on five channels, goes out on time, and what people write comes home', async ({
  staff: page,
}) => {
  test.setTimeout(240_000);
  const server = new BlueskyServer(url);
  const handle = await connectAll(page, server);
  const { id } = await openConsultation(page.request, { visibility: 'atOnce', visibilityReason: 'Prøve' });
  await page.goto(`/forhoeringer/${id}/opslag`);
  await page.getByRole('button', { name: 'Indsæt pressemeddelelse' }).click();
  await page.getByLabel('Pressemeddelelsen').fill(RELEASE);
  await page.getByRole('button', { name: 'Brug den' }).click();
  for (const name of ['Bluesky', 'Mastodon', 'Threads'])
    await page.locator('.more button').filter({ hasText: name }).click();
  await page.locator('[data-channel=linkedin] button').first().click();
  await page.getByRole('button', { name: 'Brug ikke LinkedIn' }).click();
  const at = wallIn(2);
  await page.getByLabel('Planlagt til, dato').fill(at.date);
  await page.getByLabel('Planlagt til, klokken').fill(at.time);
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('status').getByText('Gemt', { exact: true })).toBeVisible();

  for (const name of CHANNELS) {
    const card = page.locator(`section[data-channel=${name.toLowerCase()}]`);
    await card.locator('button.head').click();
    const choice = card.getByLabel('Send som');
    if (name === 'Bluesky' && (await choice.isVisible())) await choice.selectOption({ label: `@${handle}` });
    await card.getByRole('button', { name: /^Send .* kl\. / }).click();
    await expect(card.getByText(/Går ud|Sendes/)).toBeVisible();
  }
  await readableByEveryone(page);
  await page.goto('/kalender');
  await expect(page.getByText('resten sendes af sig selv').first()).toBeAttached();

  // The minute comes.
  const story = async () => {
    const { items } = await (await page.request.get(`/api/v1/consultations/${id}/stories`)).json();
    return items[0] as { posts: Array<{ channel: string; permalink: string | null; delivery: { state: string } }> };
  };
  await expect
    .poll(async () => (await story()).posts.filter(({ delivery }) => delivery.state === 'delivered').length, {
      timeout: 180_000,
    })
    .toBe(5);

  // People write below four of them.
  const { shortUrl } = await (await page.request.get(`/api/v1/consultations/${id}`)).json();
  const post = async (base: string | undefined, words: string): Promise<string> => {
    const { posts } = (await (await page.request.get(`${base}/_posts`)).json()) as {
      posts: Array<Record<string, string>>;
    };
    return posts.find((one) => (one['message'] ?? one['text'] ?? '').includes(words))?.['id'] ?? '';
  };
  for (const base of [process.env['E2E_GRAPH'], process.env['E2E_THREADS']])
    await page.request.post(`${base}/_say`, {
      data: {
        parent: await post(base, shortUrl),
        text: `Skrevet på ${base === process.env['E2E_GRAPH'] ? 'Facebook' : 'Threads'}`,
      },
    });
  const { media } = (await (await page.request.get(`${process.env['E2E_GRAPH']}/_posts`)).json()) as {
    media: Array<{ id: string; caption: string }>;
  };
  const picture = media.findLast(({ caption }) => caption.startsWith('Kommunen spørger om torvet'))?.id ?? '';
  await page.request.post(`${process.env['E2E_GRAPH']}/_say`, {
    data: { parent: picture, text: 'Skrevet på Instagram' },
  });
  const citizen = await server.join();
  const uri = await ownBluesky(server, page, id);
  await server.post(citizen, 'Skrevet på Bluesky', { root: uri, parent: uri });
  const sources = async (): Promise<Array<{ id: string; channel: string }>> =>
    (await (await page.request.get(`/api/v1/consultations/${id}/collecting`)).json()).items;
  const channels = async (): Promise<string[]> => (await sources()).map(({ channel }) => channel).toSorted();
  await expect.poll(channels, { timeout: 60_000 }).toEqual(['bluesky', 'facebook', 'instagram', 'mastodon', 'threads']);
  for (const { id: source } of await sources())
    await page.request.post(`/api/v1/collecting/${source}/read`, { data: {} });
  await page.goto(`/forhoeringer/${id}/bidrag`);
  for (const name of ['Facebook', 'Instagram', 'Bluesky', 'Threads']) {
    await expect(async () => {
      await page.reload();
      await expect(page.getByText(`Skrevet på ${name}`).first()).toBeVisible({ timeout: 2_000 });
    }).toPass({ timeout: 30_000 });
    await page.getByText(`Skrevet på ${name}`).first().click();
    await expect(page.getByRole('link', { name: 'se det dér' })).toHaveAttribute('href', /^https:\/\//);
  }
  await readableByEveryone(page);
});

/** The post of this consultation on the real server, with its hash. */
async function ownBluesky(server: BlueskyServer, page: Page, id: string): Promise<{ uri: string; cid: string }> {
  const { items } = await (await page.request.get(`/api/v1/consultations/${id}/stories`)).json();
  const permalink = String(items[0].posts.find((one: { channel: string }) => one.channel === 'bluesky').permalink);
  const [, handle = '', key = ''] = /profile\/([^/]+)\/post\/(.+)$/.exec(permalink) ?? [];
  const query = new URLSearchParams({ repo: handle, collection: 'app.bsky.feed.post', rkey: key });
  const answer = await page.request.get(`${server.url}/xrpc/com.atproto.repo.getRecord?${query.toString()}`);
  const { uri, cid } = (await answer.json()) as { uri: string; cid: string };
  return { uri, cid };
}
