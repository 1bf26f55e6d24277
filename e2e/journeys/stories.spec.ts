import { expect, openConsultation, readableByEveryone, test } from '../support/journey.ts';

const RELEASE =
  'PRESSEMEDDELELSE\n\nKommunen spørger om torvet\n\nByrådet vil høre, hvad borgerne ved, før planen tegnes.\n\nYderligere oplysninger: ring til Plan og Byg';

test('a story is made from a press release, told on the channels by hand, and moved in the calendar', async ({
  staff,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { id } = await openConsultation(staff.request, {});
  await staff.goto(`/forhoeringer/${id}/opslag`);
  await expect(staff.getByText('Forslag, ikke gemt')).toBeVisible();
  await readableByEveryone(staff);

  await staff.getByRole('button', { name: 'Indsæt pressemeddelelse' }).click();
  const dialog = staff.getByRole('dialog');
  await dialog.getByLabel('Pressemeddelelsen').fill(RELEASE);
  await expect(dialog.getByText('Kommunen spørger om torvet', { exact: true })).toBeVisible();
  await readableByEveryone(staff);
  await dialog.getByRole('button', { name: 'Brug den' }).click();
  await expect(staff.getByLabel('Overskrift')).toHaveValue('Kommunen spørger om torvet');
  await staff.getByRole('button', { name: 'Gem forslaget' }).click();
  await expect(staff.getByRole('status').getByText('Gemt', { exact: true })).toBeVisible();

  // Bluesky counts signs, and says how many are too many; what does not fit is kept all the same.
  await staff.getByRole('button', { name: 'Bluesky' }).click();
  const bluesky = staff.locator('[data-channel=bluesky]');
  await bluesky.getByLabel('Tekst til Bluesky').fill(`${'x'.repeat(310)}`);
  await expect(bluesky.getByText('10 for lang')).toBeVisible();
  await expect(bluesky.getByText('Kort den ned med 10.')).toBeVisible();
  await readableByEveryone(staff);
  await expect(staff.getByRole('status').getByText('Gemt', { exact: true })).toBeVisible();
  await staff.reload();
  await staff.locator('[data-channel=bluesky] button').first().click();
  await expect(bluesky.getByLabel('Tekst til Bluesky')).toHaveValue('x'.repeat(310));
  await bluesky.getByRole('button', { name: 'Hent historien igen' }).click();
  await expect(bluesky.getByLabel('Tekst til Bluesky')).toHaveValue(/^Kommunen spørger om torvet[\s\S]*\{link\}$/);

  await staff.getByRole('button', { name: 'Kopiér teksten' }).click();
  await expect(staff.getByText('Kopieret: teksten')).toBeVisible();
  expect(await staff.evaluate(() => navigator.clipboard.readText())).toMatch(/\/k\/\w+\?k=bluesky$/);
  const picture = staff.waitForEvent('download');
  await staff.getByRole('button', { name: 'Hent billedet' }).click();
  expect((await picture).suggestedFilename()).toMatch(/-bluesky\.jpg$/);

  // A strange address is refused at its field; the post's own is on record, and its words stand.
  await bluesky.getByLabel(/hvor ligger det/).fill('https://example.com/post/1');
  await bluesky.getByRole('button', { name: 'Jeg har lagt det op' }).click();
  await expect(bluesky.getByText('Det ligner ikke en adresse på et opslag dér')).toBeVisible();
  await bluesky.getByLabel(/hvor ligger det/).fill('https://bsky.app/profile/noerreskov.example/post/1');
  await bluesky.getByRole('button', { name: 'Jeg har lagt det op' }).click();
  await expect(bluesky.getByText(/^Lagt op .* af /)).toBeVisible();
  await expect(bluesky.getByRole('textbox', { name: 'Tekst til Bluesky' })).toHaveCount(0);
  await readableByEveryone(staff);

  for (const name of ['Facebook', 'Instagram', 'LinkedIn']) {
    const card = staff.locator(`[data-channel=${name.toLowerCase()}]`);
    await card.getByRole('button', { name }).first().click();
    await card.getByRole('button', { name: `Brug ikke ${name}` }).click();
  }
  await expect(staff.getByText('Kun ét sted.')).toBeVisible();
  await readableByEveryone(staff);
  await expect(staff.getByRole('status').getByText('Gemt', { exact: true })).toBeVisible();
  await staff.goto(`/forhoeringer/${id}`);
  await expect(staff.getByText('Historien skal kun ud ét sted')).toBeVisible();
  await staff.getByRole('link', { name: 'Tag en kanal mere med' }).click();
  await expect(staff).toHaveURL(/\/opslag$/);

  await staff.getByLabel('Planlagt til, dato').fill('10.03.2031');
  await staff.getByLabel('Planlagt til, klokken').fill('7.30');
  await staff.keyboard.press('Control+s');
  await expect(staff.getByRole('status').getByText('Gemt', { exact: true })).toBeVisible();
  await staff.goto('/kalender?maaned=2031-03');
  await expect(staff.getByRole('heading', { level: 1 })).toHaveText(/marts 2031/i);
  const { items } = (await (await staff.request.get(`/api/v1/consultations/${id}/stories`)).json()) as {
    items: Array<{ id: string }>;
  };
  const entry = staff.locator(`[data-story="${items[0]?.id}"]`);
  await expect(entry).toContainText('07.30');
  await readableByEveryone(staff);
  await entry.focus();
  await staff.keyboard.press('Alt+ArrowDown');
  await expect(staff.getByText('Flyttet til 17. marts')).toBeVisible();
  await expect(staff.locator('td', { has: entry })).toContainText('17');
});

test('two people write the same story: the second is told, and nothing is written over', async ({ staff }) => {
  const { id } = await openConsultation(staff.request, {});
  await staff.goto(`/forhoeringer/${id}/opslag`);
  await staff.getByRole('button', { name: 'Gem forslaget' }).click();
  await expect(staff.getByRole('status').getByText('Gemt', { exact: true })).toBeVisible();
  const path = `/api/v1/consultations/${id}/stories`;
  const { items } = (await (await staff.request.get(path)).json()) as { items: Array<Record<string, unknown>> };
  const { headline: _, ...rest } = items[0] ?? {};
  const { text, pictureId, altText, plannedOn, version } = rest;
  const other = { headline: 'En andens', text, pictureId, altText, plannedOn, posts: [], version };
  expect((await staff.request.put(`${path}/opening`, { data: other })).status()).toBe(200);
  await staff.getByLabel('Overskrift').fill('Min egen');
  await expect(staff.getByText('En anden har gemt imens')).toBeVisible();
  await expect(staff.getByLabel('Overskrift')).toHaveValue('Min egen');
  await readableByEveryone(staff);
  await staff.getByRole('button', { name: 'hent den nye' }).click();
  await expect(staff.getByLabel('Overskrift')).toHaveValue('En andens');
});
