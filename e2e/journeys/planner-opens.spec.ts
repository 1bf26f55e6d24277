import { draft, expect, readableByEveryone, test } from '../support/journey.ts';

test('a planner signs in, opens a consultation with the keyboard alone, and shares it', async ({ page }) => {
  test.slow();
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
  await expect(page.getByRole('heading', { name: 'Ny forhøring' })).toBeVisible();
  await readableByEveryone(page);
  await page.keyboard.press('t');
  await expect(page.getByLabel('Titel')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('.note.danger')).toContainText('Der mangler noget, før I kan åbne');
  await expect(page.getByLabel('Titel')).toBeFocused();
  await readableByEveryone(page);
  await page.keyboard.type('Hvordan skal børnehaven være?');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Fortæl os, hvad der er vigtigt.');
  await page.getByLabel('Spørgsmål 1', { exact: true }).focus();
  await page.keyboard.type('Hvad skal der være plads til?');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Hvordan kommer I frem?');
  await page.keyboard.press('Alt+ArrowUp');
  await expect(page.getByText('Spørgsmålet er nu nummer 1 af 2.')).toBeAttached();
  await page.getByLabel('Lukker, dato').focus();
  await page.keyboard.type('31.12.2199');
  await page.getByLabel('Bidragene slettes senest').focus();
  await page.keyboard.type('31.12.2200');
  await expect(page.locator('[data-save-state=saved]')).toContainText(/Gemt kl\. \d\d\.\d\d/);
  await readableByEveryone(page);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Forhøringen er åben. Del linket.')).toBeVisible();
  await readableByEveryone(page);

  const href = await page.getByRole('link', { name: 'Se siden' }).getAttribute('href');
  await page.goto(href ?? '');
  await expect(page.getByRole('heading', { level: 1, name: 'Hvordan skal børnehaven være?' })).toBeVisible();
  await expect(page.locator('.qs li')).toHaveText(['Hvordan kommer I frem?', 'Hvad skal der være plads til?']);
  await page.setViewportSize({ width: 320, height: 640 });
  await readableByEveryone(page);
});

test('from “Ny forhøring” to live by keyboard alone, from a template: presses and seconds', async ({ staff }) => {
  await staff.goto('/start');
  await expect(staff.getByRole('heading', { level: 1 })).toContainText(/God/);
  const started = Date.now();
  let acts = 0;
  let letters = 0;
  const press = async (key: string): Promise<void> => {
    acts += 1;
    await staff.keyboard.press(key);
  };
  const type = async (text: string): Promise<void> => {
    letters += text.length;
    await staff.keyboard.type(text);
  };
  await press('n');
  await expect(staff.getByRole('heading', { name: 'Ny forhøring' })).toBeVisible();
  await press('1');
  await expect(staff.getByRole('heading', { name: 'Hvad skal der ske på [stedet]?' })).toBeVisible();
  await expect(staff.getByText('Kladde fra skabelonen “Idéfase til en lokalplan”')).toBeVisible();
  await press('j');
  await press('k');
  await press('Tab');
  await press('Control+a');
  await type('Hvad skal der ske på Mejerigrunden?');
  await press('Tab');
  await press('Control+a');
  await type('Vi skal lave en plan for Mejerigrunden. Fortæl os, hvad du ved.');
  await press('Control+Enter');
  // The background and what is settled still hold the template's brackets: asked once, not found out by the citizens.
  const asked = staff.getByRole('dialog', { name: 'Der står stadig ord i [klammer]' });
  await expect(asked.getByRole('listitem')).toHaveText(['Baggrund', 'Det ligger fast']);
  await readableByEveryone(staff);
  await press('Tab');
  await press('Enter');
  await expect(staff.getByText('Forhøringen er åben. Del linket.')).toBeVisible();
  console.log(
    `From "Ny forhøring" to live: ${acts} key presses besides ${letters} letters, ${((Date.now() - started) / 1000).toFixed(1)} s by machine.`,
  );
});

test('the page beside the form is the citizens’ own and follows what is typed', async ({ staff }) => {
  test.slow();
  const made = await draft(staff, { title: 'Fælles have' });
  await staff.setViewportSize({ width: 1440, height: 900 });
  await staff.goto(`/forhoeringer/${made.id}`);
  const shown = staff.frameLocator('iframe[title="Sådan ser siden ud for borgerne"]');
  await expect(shown.getByRole('heading', { level: 1, name: 'Fælles have' })).toBeVisible();
  await staff.getByLabel('Titel').fill('Fælles have ved åen');
  await expect(shown.getByRole('heading', { level: 1, name: 'Fælles have ved åen' })).toHaveClass(/in-focus/);
  await expect(shown.getByRole('button', { name: 'Send dit bidrag' })).toBeDisabled();
  await staff.getByRole('button', { name: 'Delt link' }).click();
  await expect(staff.locator('.share')).toContainText('Fælles have ved åen');
  await readableByEveryone(staff);
  for (const width of [1000, 800, 320]) {
    await staff.setViewportSize({ width, height: 800 });
    await readableByEveryone(staff);
  }
  await staff.getByRole('button', { name: /^Tjekliste/ }).click();
  await expect(staff.getByRole('heading', { name: 'Før I åbner' })).toBeVisible();
  await readableByEveryone(staff);
  await staff.getByRole('button', { name: 'Vis siden' }).click();
  await staff.getByRole('button', { name: 'Telefon' }).click();
  await readableByEveryone(staff);
  await expect(shown.getByRole('heading', { level: 1 })).toBeVisible();
});

test('two people who edit at once: other fields come by themselves, the same field is for a person to choose', async ({
  staff,
  context,
}) => {
  const made = await draft(staff, { title: 'Fælles' });
  await staff.goto(`/forhoeringer/${made.id}`);
  const other = await context.newPage();
  await other.goto(`/forhoeringer/${made.id}`);
  await expect(other.getByLabel('Titel')).toHaveValue('Fælles');

  await staff.getByLabel('Kort om sagen').fill('Den første skrev dette');
  await expect(staff.locator('[data-save-state=saved]')).toBeVisible();
  await expect(other.getByLabel('Kort om sagen')).toHaveValue('Den første skrev dette');

  await other.route('**/api/v1/consultations/*/presence', (route) => route.abort());
  await other.route('**/api/v1/consultations/*', (route) =>
    route.request().method() === 'PATCH' ? route.abort() : route.continue(),
  );
  await other.getByLabel('Titel').fill('Fælles park');
  await other.getByLabel('Kontakt', { exact: true }).fill('Ring til Plan og Byg');
  await expect(other.getByText('Ikke gemt: ingen forbindelse. Vi prøver igen')).toBeVisible();
  await staff.getByLabel('Titel').fill('Fælles plads');
  await expect(staff.locator('[data-save-state=saved]')).toBeVisible();
  await other.unroute('**/api/v1/consultations/*');
  await other.unroute('**/api/v1/consultations/*/presence');

  const both = other.getByRole('group', { name: 'Titel: to udgaver' });
  await expect(both).toContainText('Administrator rettede det samme');
  await expect(both).toContainText('Fælles park');
  await expect(both).toContainText('Fælles plads');
  await expect(other.getByRole('textbox', { name: 'Titel' })).toHaveValue('Fælles park');
  await expect(staff.getByLabel('Kontakt', { exact: true })).toHaveValue('Ring til Plan og Byg');
  await readableByEveryone(other);
  await both.getByRole('button', { name: 'Brug min' }).click();
  await expect(both).toBeHidden();
  await expect(staff.getByLabel('Titel')).toHaveValue('Fælles park');
});

test('a lost network and a closed tab lose nothing', async ({ staff, context }) => {
  const made = await draft(staff, { title: 'Uden net' });
  await staff.goto(`/forhoeringer/${made.id}`);
  await expect(staff.getByLabel('Titel')).toHaveValue('Uden net');
  await context.setOffline(true);
  await staff.getByLabel('Kort om sagen').fill('Skrevet i toget');
  await expect(staff.getByText('Ikke gemt: ingen forbindelse. Vi prøver igen')).toBeVisible();
  await readableByEveryone(staff);
  await staff.close({ runBeforeUnload: false });
  await context.setOffline(false);
  const again = await context.newPage();
  await again.goto(`/forhoeringer/${made.id}`);
  await expect(again.getByLabel('Kort om sagen')).toHaveValue('Skrevet i toget');
  await expect(again.getByText('Det, der ikke nåede at blive gemt sidst, er sat ind igen')).toBeVisible();
  await expect(again.locator('[data-save-state=saved]')).toBeVisible();
});

test('after publication a change has a reason that the public can read, and the deadline can be extended', async ({
  staff,
  browser,
}) => {
  const { openConsultation } = await import('../support/journey.ts');
  const { id, slug } = await openConsultation(staff.request, { closesAt: '2199-12-01' });
  await staff.goto(`/forhoeringer/${id}`);
  await staff.getByLabel('Kontakt', { exact: true }).fill('Ring til os på 70 00 01 14');
  await staff.keyboard.press('Control+s');
  await expect(staff.getByText('Skriv kort hvorfor, så borgerne kan følge med')).toBeVisible();
  await readableByEveryone(staff);
  await staff.keyboard.type('Telefonnummeret var forkert');
  await staff.keyboard.press('Enter');
  await expect(staff.getByText('Gemt. Rettelsen kan ses på siden')).toBeVisible();
  await staff.getByRole('button', { name: 'Forlæng fristen' }).first().click();
  const dialog = staff.getByRole('dialog', { name: 'Forlæng fristen' });
  await dialog.getByLabel('Ny frist').fill('01.01.2020');
  await dialog.getByRole('button', { name: 'Forlæng fristen' }).click();
  await expect(dialog.getByText('Sæt lukningen frem i tiden')).toBeVisible();
  await dialog.getByLabel('Ny frist').fill('15.12.2199');
  await dialog.getByLabel('Hvorfor?').fill('Mange har bedt om mere tid');
  await readableByEveryone(staff);
  await dialog.getByRole('button', { name: 'Forlæng fristen' }).click();
  await expect(staff.getByText('Fristen er nu søndag 15. december 2199 kl. 23.59')).toBeVisible();

  const citizen = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  const root = new URL(staff.url()).origin;
  await citizen.goto(`${root}/f/${slug}`);
  await expect(citizen.locator('.hero')).toContainText(
    'Fristen er forlænget fra søndag 1. december 2199 kl. 23.59 til søndag 15. december 2199 kl. 23.59',
  );
  await expect(citizen.getByRole('region', { name: 'Rettelser til forhøringen' })).toContainText(
    'Telefonnummeret var forkert',
  );
  await citizen.goto(`${root}/f/${slug}?lang=en`);
  await expect(citizen.locator('.hero')).toContainText('The deadline has been extended from Sunday 1 December 2199');
  await expect(citizen.getByRole('region', { name: 'Changes to this consultation' })).toContainText('Changed: contact');
});
