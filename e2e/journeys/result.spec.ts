import { expect, openConsultation, readableByEveryone, test } from '../support/journey.ts';

const AT_ONCE = { visibility: 'atOnce', visibilityReason: 'Prøve' };

test('a citizen follows; the planner tells what became of it; the citizen reads where the comment ended', async ({
  staff,
  browser,
}) => {
  const { id, slug } = await openConsultation(staff.request, AT_ONCE);
  const api = `/api/v1/consultations/${id}`;
  const citizen = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await citizen.goto(`/f/${slug}`);
  await citizen.getByLabel('Hvad skal vi vide?').fill('Biler holder på cykelstien hver morgen');
  await citizen.getByRole('button', { name: 'Send dit bidrag' }).click();
  await expect(citizen.getByRole('heading', { level: 1 })).toHaveText('Tak. Vi har modtaget dit bidrag');
  // Without an address there is nobody to write to: said at the field, and the ticks stay.
  await citizen.getByLabel('Mail mig, når I viser, hvad I gjorde').check();
  await citizen.getByRole('button', { name: 'Gem', exact: true }).click();
  await expect(citizen.locator('#email-error')).toBeVisible();
  await citizen.getByLabel('Mail mig, når I viser, hvad I gjorde').check();
  await citizen.getByLabel('Din mail').fill('borger@eksempel.dk');
  await citizen.getByRole('button', { name: 'Gem', exact: true }).click();
  await expect(citizen.getByText('Gemt. Du kan ændre det her, når du vil.')).toBeVisible();
  await expect(citizen.getByLabel('Mail mig, når I viser, hvad I gjorde')).toBeChecked();
  const link = citizen.url().replace(/[?#].*/, '');

  const tag = (await (await staff.request.post(`${api}/tags`, { data: { name: 'Skolevej' } })).json()) as {
    id: string;
  };
  const { items } = (await (await staff.request.get(`${api}/comments`)).json()) as { items: Array<{ id: string }> };
  await staff.request.put(`/api/v1/comments/${items[0]?.id}/tags`, { data: { tagIds: [tag.id] } });
  await staff.goto(`/forhoeringer/${id}/resultat`);
  await expect(staff.getByText('Kan offentliggøres, når forhøringen er lukket.')).toBeVisible();
  await readableByEveryone(staff);
  await staff.request.post(`${api}/close`);
  await staff.reload();
  await staff.getByRole('button', { name: 'Offentliggør …' }).click();
  await expect(staff.locator('.err').first()).toBeVisible();
  await staff.getByLabel('Kort sagt').fill('Tak for bidragene.');
  const theme = staff.getByRole('region', { name: 'Skolevej' });
  await theme.getByRole('button', { name: 'Vælg et citat' }).click();
  await readableByEveryone(staff);
  await staff.getByRole('button', { name: /Biler holder på cykelstien/ }).click();
  await expect(theme.getByText('“Biler holder på cykelstien hver morgen”')).toBeVisible();
  await theme.getByLabel('Indgår delvist').check();
  await theme.getByLabel('Det gør vi').fill('Vi maler cykelstien op.');
  await theme.getByLabel('Hvorfor').fill('Resten kræver jord.');
  await staff.keyboard.press('Control+s');
  await expect(staff.getByText('Gemt', { exact: true }).first()).toBeVisible();
  await staff.getByRole('button', { name: 'Offentliggør …' }).click();
  await expect(staff.getByText('1 mailadresse har bedt om besked')).toBeVisible();
  await readableByEveryone(staff);
  await staff.getByRole('button', { name: 'Offentliggør', exact: true }).click();
  await expect(staff.getByText('Resultatet kan ses af alle')).toBeVisible();

  await citizen.goto(link);
  await expect(citizen.getByRole('heading', { name: 'Sådan endte dit bidrag' })).toBeVisible();
  await expect(citizen.getByText('Vi maler cykelstien op.')).toBeVisible();
  await citizen.getByRole('link', { name: 'Læs hele resultatet' }).click();
  await expect(citizen.getByRole('heading', { level: 1 })).toHaveText('Du sagde – vi gjorde');
  await expect(citizen.getByRole('article', { name: 'Skolevej' })).toContainText('indgår delvist');
  await citizen.context().close();

  const reader = await staff.context().newPage();
  for (const address of [
    `/f/${slug}/resultat`,
    `/f/${slug}/resultat?lang=en`,
    `/f/${slug}`,
    link.replace(/^https?:\/\/[^/]+/, ''),
  ]) {
    await reader.goto(address);
    await readableByEveryone(reader);
  }
  await staff.getByRole('button', { name: 'Tag det af siden' }).click();
  await expect(staff.getByText('Resultatet er taget af siden')).toBeVisible();
  expect((await staff.request.get(`/f/${slug}/resultat`)).status()).toBe(404);

  // Then the formal hearing: what was foreseen is held against what comes in.
  const card = staff.getByRole('region', { name: 'Indsigelser i den formelle høring' });
  await card.getByLabel('Journalnummer').fill('26/4711-12');
  await card.getByLabel('Kom ind').fill('i går');
  await card.getByRole('button', { name: 'Tilføj indsigelse' }).click();
  await expect(card.getByText('Skriv en dato')).toBeVisible();
  await card.getByLabel('Kom ind').fill('4.12.2026');
  await card.getByRole('checkbox').first().check();
  await card.getByRole('button', { name: 'Tilføj indsigelse' }).click();
  await expect(card.getByRole('listitem')).toContainText('26/4711-12 4. december');
  await card.getByLabel('Journalnummer').fill('26/4711-12');
  await card.getByLabel('Kom ind').fill('5.12.2026');
  await card.getByRole('button', { name: 'Tilføj indsigelse' }).click();
  await expect(card.getByText('Den indsigelse er allerede skrevet ind')).toBeVisible();
  await readableByEveryone(staff);
  await card.getByRole('button', { name: 'Fjern 26/4711-12' }).click();
  await expect(card.getByText('Ingen indsigelser er skrevet ind.')).toBeVisible();
});
