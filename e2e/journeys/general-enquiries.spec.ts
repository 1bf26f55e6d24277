import { BlueskyServer } from '../doubles/bluesky-server.ts';
import { expect, readableByEveryone, test } from '../support/journey.ts';

const url = process.env['E2E_BLUESKY'];
test.skip(url === undefined, 'a real Bluesky server is not installed');

test('somebody writes to the municipality on Bluesky about nothing that is consulted on, and is answered there', async ({
  staff: page,
}) => {
  test.setTimeout(120_000);
  const server = new BlueskyServer(url);
  const [us, citizen] = [await server.join(), await server.join()];
  const text = `@${us.handle} Hvornår tømmes glascontaineren på Havnevej?`;
  const byteEnd = us.handle.length + 1;
  const facets = [
    { index: { byteStart: 0, byteEnd }, features: [{ $type: 'app.bsky.richtext.facet#mention', did: us.did }] },
  ];
  const asked = await server.post(citizen, text, undefined, { facets });

  // The profile is connected; what is said to it is fetched unless somebody switches that off.
  await page.goto('/kanaler');
  await page.getByRole('button', { name: 'Forbind Bluesky' }).click();
  await page.getByLabel('Profilens navn').fill(us.handle);
  await page.getByLabel('App-adgangskode', { exact: true }).fill(us.password);
  await page.getByRole('button', { name: 'Forbind', exact: true }).click();
  const card = page.locator('section[data-channel="bluesky"]').filter({ hasText: us.handle });
  await expect(card.getByLabel(/uden for forhøringer/)).toBeChecked();
  await readableByEveryone(page);

  // It lies in the year's register, which is no consultation.
  const name = `Generelle henvendelser ${new Date().getFullYear()}`;
  await expect(async () => {
    await page.goto('/start');
    await expect(page.getByRole('link', { name })).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
  await page.getByRole('link', { name }).click();
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
  await expect(page.getByText(text).first()).toBeVisible();
  const tabs = page.getByRole('navigation', { name: 'Forhøringens sider' });
  await expect(tabs.getByRole('link', { name: 'Bidrag' })).toBeVisible();
  await expect(tabs.getByRole('link', { name: 'Opslag' })).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Se siden' })).toHaveCount(0);
  await readableByEveryone(page);

  // It waits for an answer, and gets it where it was asked.
  await page.goto('/indbakke?visning=due');
  await page.getByText(text).first().click();
  await expect(page.getByText(name).first()).toBeVisible();
  await page.getByRole('textbox', { name: 'Svar', exact: true }).fill('Den tømmes på fredag.');
  await page.getByRole('button', { name: /^Send svar/ }).click();
  await expect
    .poll(async () => (await server.records(us)).map(({ value }) => JSON.stringify(value['reply'] ?? null)), {
      timeout: 30_000,
    })
    .toEqual([expect.stringContaining(asked.uri)]);
});
