import { BlueskyServer } from '../doubles/bluesky-server.ts';
import { draft, expect, openConsultation, readableByEveryone, test } from '../support/journey.ts';

const url = process.env['E2E_BLUESKY'];
test.skip(url === undefined, 'a real Bluesky server is not installed');

test('a profile is connected, and a post goes out by itself, can be regretted, planned and approved', async ({
  staff: page,
}) => {
  test.setTimeout(120_000);
  const server = new BlueskyServer(url);
  const us = await server.join();
  await page.goto('/kanaler');
  await readableByEveryone(page);
  await page.getByRole('button', { name: 'Forbind Bluesky' }).click();
  await readableByEveryone(page);
  await page.getByLabel('Profilens navn').fill(`@${us.handle}`);
  await page.getByLabel('App-adgangskode', { exact: true }).fill('forkert-kode-1234');
  await page.getByRole('button', { name: 'Forbind', exact: true }).click();
  await expect(page.getByText('Netværket siger nej til navn og adgangskode')).toBeVisible();
  await page.getByLabel('App-adgangskode', { exact: true }).fill(us.password);
  await page.getByRole('button', { name: 'Forbind', exact: true }).click();
  const card = page.locator('section[data-channel=bluesky]').filter({ hasText: us.handle });
  await expect(card.getByText('Forbundet')).toBeVisible();
  await card.getByRole('button', { name: 'Prøv forbindelsen' }).click();
  await expect(page.getByText('Bluesky svarer')).toBeVisible();
  await readableByEveryone(page);

  const { id } = await openConsultation(page.request, { title: 'Torvet skal have nyt liv' });
  await page.goto(`/forhoeringer/${id}/opslag`);
  await page.locator('.more button').filter({ hasText: 'Bluesky' }).click();
  await page.getByLabel('Tekst til Bluesky').fill('Hvad skal torvet være? Skriv her: {link}');
  const choice = page.getByLabel('Send som');
  if (await choice.isVisible()) await choice.selectOption({ label: `@${us.handle}` });

  await page.getByRole('button', { name: 'Send nu' }).click();
  await expect(page.getByText(/Sendes om \d+ sekunder/)).toBeVisible();
  await page.getByRole('button', { name: 'Fortryd', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Send nu' })).toBeVisible();
  expect(await server.records(us)).toEqual([]);

  await page.getByRole('button', { name: 'Send nu' }).click();
  await expect(page.getByText('Lagt op', { exact: true }).first()).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('link', { name: 'Se opslaget' })).toHaveAttribute(
    'href',
    /^https:\/\/bsky\.app\/profile\//,
  );
  await readableByEveryone(page);
  const records = await server.records(us);
  expect(records).toHaveLength(1);
  expect(records[0]?.value['text']).toMatch(/^Hvad skal torvet være\? Skriv her: http/);

  // A second one waits for its day and for a colleague.
  await page.goto('/kanaler');
  await card.getByLabel('En anden skal godkende, før noget går ud').check();
  await expect(page.getByText('Gemt', { exact: true })).toBeVisible();
  await page.goto(`/forhoeringer/${id}/opslag?fase=closed`);
  await page.locator('.more button').filter({ hasText: 'Bluesky' }).click();
  await page.getByRole('button', { name: 'Gem forslaget' }).click();
  const again = page.getByLabel('Send som');
  if (await again.isVisible()) await again.selectOption({ label: `@${us.handle}` });
  await page.getByRole('button', { name: /^Send .*2[12]\d\d/ }).click();
  await expect(page.getByText('Venter på en kollega.')).toBeVisible();
  await readableByEveryone(page);
  await page.getByRole('button', { name: 'Godkend', exact: true }).click();
  await expect(page.getByText('Du har selv bestilt opslaget')).toBeVisible();
  await page.getByRole('button', { name: 'Træk det tilbage' }).click();
  await expect(page.getByText('Venter på en kollega.')).toBeHidden();
});

test('Mastodon is connected at its own page', async ({ staff: page }) => {
  const server = process.env['E2E_MASTODON'] ?? '';
  await page.goto('/kanaler');
  await page.getByRole('button', { name: 'Forbind Mastodon' }).click();
  await page.getByLabel('Jeres server').fill(server);
  await page.getByRole('button', { name: 'Gå til Mastodon' }).click();
  await expect(page.getByText('Forbundet: Nørreskov Kommune (@noerreskov)')).toBeVisible();
  await expect(page).toHaveURL(/\/kanaler$/);
  await page.goto('/kanaler?state=gammel&code=x');
  await expect(page.getByText('Det tog for lang tid, eller det er allerede gjort')).toBeVisible();
});

test('a post is ordered while the consultation is a draft, and ends with it', async ({ staff: page }) => {
  const us = await new BlueskyServer(url).join();
  const sign = { channel: 'bluesky', identifier: us.handle, secret: us.password };
  expect((await page.request.post('/api/v1/channel-accounts', { data: sign })).status()).toBe(201);
  const { id } = await draft(page, { title: 'Torvet', questions: [{ kind: 'text', label: 'Hvad?' }] });
  const story = {
    headline: 'Torvet',
    text: 'Hvad?',
    pictureId: null,
    altText: '',
    plannedOn: '2190-03-10T07:30',
    posts: [{ channel: 'bluesky', text: 'Hvad skal torvet være? {link}' }],
    version: 0,
  };
  expect((await page.request.put(`/api/v1/consultations/${id}/stories/opening`, { data: story })).status()).toBe(200);
  await page.goto(`/forhoeringer/${id}/opslag`);
  await expect(page.getByText('Opslaget går kun ud, hvis I har åbnet den inden da.')).toBeVisible();
  const choice = page.getByLabel('Send som');
  if (await choice.isVisible()) await choice.selectOption({ label: `@${us.handle}` });
  await page.getByRole('button', { name: /^Send .*2190/ }).click();
  await expect(page.getByText('Kun hvis I har åbnet forhøringen inden da.')).toBeVisible();
  await readableByEveryone(page);
  const card = page.locator('section[data-channel=bluesky]').filter({ hasText: us.handle });
  await page.goto('/kanaler');
  await expect(card).toContainText('1 udsendelse på vej');
  expect((await page.request.post(`/api/v1/consultations/${id}/discard`)).status()).toBe(200);
  await expect(async () => {
    await page.reload();
    await expect(card).toContainText('Intet på vej', { timeout: 1_000 });
  }).toPass({ timeout: 20_000 });
});
