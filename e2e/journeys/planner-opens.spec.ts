import { expect, readableByEveryone, test } from '../support/journey.ts';

test('a planner signs in, opens a consultation with the keyboard alone, and shares it', async ({ page }) => {
  const { ADMIN } = await import('../support/server.ts');
  await page.goto('/start');
  await expect(page).toHaveURL(/\/log-ind\?til=%2Fstart/);
  await readableByEveryone(page);
  await page.getByLabel('Mail').fill(ADMIN.email);
  await page.getByLabel('Adgangskode').fill('forkert');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('Mail og adgangskode passer ikke sammen');
  await page.getByLabel('Adgangskode').fill(ADMIN.password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/God/);
  await readableByEveryone(page);

  await page.keyboard.press('n');
  await expect(page.getByLabel('Titel')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('alert')).toContainText('Der mangler noget, før I kan åbne');
  await readableByEveryone(page);
  await page.getByLabel('Titel').focus();
  await page.keyboard.type('Hvordan skal børnehaven være?');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Fortæl os, hvad der er vigtigt.');
  await page.getByLabel('Spørgsmål (1–5) 1').focus();
  await page.keyboard.type('Hvad skal der være plads til?');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Hvordan kommer I frem?');
  await page.getByLabel('Lukker').focus();
  await page.keyboard.type('31.12.2199');
  await page.getByLabel('Bidragene slettes senest').focus();
  await page.keyboard.type('31.12.2199');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Gemt', { exact: true })).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Forhøringen er åben. Del linket.')).toBeVisible();
  await readableByEveryone(page);

  const href = await page.getByRole('link', { name: 'Se siden' }).getAttribute('href');
  await page.goto(href ?? '');
  await expect(page.getByRole('heading', { level: 1, name: 'Hvordan skal børnehaven være?' })).toBeVisible();
  await expect(page.getByText('Hvordan kommer I frem?')).toBeVisible();
  await page.setViewportSize({ width: 320, height: 640 });
  await readableByEveryone(page);
});

test('two people who edit at once: the second is told, and nothing is overwritten', async ({ staff, context }) => {
  const made = (await (await staff.request.post('/api/v1/consultations', { data: { title: 'Fælles' } })).json()) as {
    id: string;
  };
  await staff.goto(`/forhoeringer/${made.id}`);
  const other = await context.newPage();
  await other.goto(`/forhoeringer/${made.id}`);
  await staff.getByLabel('Kort om sagen').fill('Den første skrev dette');
  await staff.keyboard.press('Control+s');
  await expect(staff.getByText('Gemt', { exact: true })).toBeVisible();
  await other.getByLabel('Kort om sagen').fill('Den anden skrev noget andet');
  await other.keyboard.press('Control+s');
  await expect(other.getByRole('alert')).toContainText('En anden har rettet det samme. Administrator rettede');
  await expect(other.getByLabel('Kort om sagen')).toHaveValue('Den anden skrev noget andet');
});
