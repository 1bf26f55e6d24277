import { expect, openConsultation, readableByEveryone, say, test } from '../support/journey.ts';

test('a caseworker reads, decides, tags by keys, undoes, hides with a reason, and enters a letter', async ({
  staff,
}) => {
  const { id, slug } = await openConsultation(staff.request);
  for (const text of ['Bevar skorstenen', 'Fire etager er for meget', 'Ring til mig på 22 33 44 55'])
    await say(staff.request, slug, text);
  await staff.goto(`/forhoeringer/${id}/kodebog`);
  await expect(staff.getByText('Ingen temaer endnu')).toBeVisible();
  await readableByEveryone(staff);
  await staff.getByLabel('Navn', { exact: true }).fill('Bevaring');
  await staff.getByRole('button', { name: 'Tilføj tema' }).click();
  await expect(staff.getByRole('cell', { name: 'Bevaring', exact: true })).toBeVisible();
  await readableByEveryone(staff);

  await staff.goto(`/forhoeringer/${id}/bidrag`);
  await expect(staff.getByText('Holdt tilbage.', { exact: false }).first()).toBeVisible();
  await readableByEveryone(staff);
  await staff.keyboard.press('p');
  await expect(staff.getByText('Ring til mig på [telefonnummer fjernet]')).toBeVisible();
  await staff.keyboard.press('o');
  await expect(staff.locator('mark')).toContainText('22 33 44 55');
  await staff.keyboard.press('j');
  await expect(staff.locator('.marked')).toContainText('Fire etager');
  await staff.keyboard.press('j');
  await expect(staff.locator('.marked')).toContainText('Bevar skorstenen');
  await staff.keyboard.press('b');
  await expect(staff.locator('.reader .chip.tag')).toContainText('Bevaring');
  await expect(staff.getByText('1 af 3 bidrag har tema')).toBeVisible();
  await staff.keyboard.press('z');
  await expect(staff.locator('.reader .chip.tag')).toHaveCount(0);
  await staff.keyboard.press('h');
  await readableByEveryone(staff);
  await staff.getByLabel('Grund').selectOption('Reklame');
  await staff.getByRole('button', { name: 'Skjul bidraget' }).click();
  await expect(staff.getByText('Skjult. Grund: Reklame')).toBeVisible();
  await staff.keyboard.press('z');
  await expect(staff.getByText('Skjult. Grund: Reklame')).toHaveCount(0);
  await expect(staff.getByText('Fortrudt: ', { exact: false }).last()).toBeVisible();
  // Two quick keys: the second waits for the first instead of meeting its old version.
  await staff.keyboard.press('b');
  await staff.keyboard.press('z');
  await expect(staff.getByText('0 af 3 bidrag har tema')).toBeVisible();
  await expect(staff.locator('.reader .chip.tag')).toHaveCount(0);

  await staff.getByRole('button', { name: 'Skriv brev eller samtale ind' }).click();
  await staff.getByRole('textbox', { name: 'Tekst' }).fill('Ringede om ostelageret.');
  await staff.getByLabel('Kanal').last().selectOption('phone');
  await staff.getByRole('button', { name: 'Gem bidraget' }).click();
  await expect(staff.locator('.marked')).toContainText('Ringede om ostelageret.');
  await staff.keyboard.press('/');
  await staff.keyboard.type('etager');
  await expect(staff.locator('.items .item')).toHaveCount(1);
});

test('imports a file after a dry run, sees the overview, and fetches CSV and PDF', async ({ staff }) => {
  const { id } = await openConsultation(staff.request);
  await staff.goto(`/forhoeringer/${id}/import`);
  await expect(staff.getByRole('heading', { name: 'Hent bidrag ind fra en fil' })).toBeVisible();
  await readableByEveryone(staff);
  const rows = Array.from({ length: 12 }, (_, i) => `${i},"Bidrag ${i} om stien, og mere til",1518501496471`).join(
    '\n',
  );
  await staff
    .locator('input[type=file]')
    .setInputFiles({ name: 'bidrag.csv', mimeType: 'text/csv', buffer: Buffer.from(`id,text,timestamp\n${rows}\n`) });
  await expect(staff.getByRole('heading', { name: 'Sådan vil det gå' })).toBeVisible();
  await readableByEveryone(staff);
  await staff.getByRole('button', { name: 'Hent 12 bidrag ind' }).click();
  await expect(staff.getByRole('heading', { name: 'Hentet ind' }).first()).toBeVisible();

  await staff.goto(`/forhoeringer/${id}/overblik`);
  await expect(staff.getByText('bidrag i alt')).toBeVisible();
  await readableByEveryone(staff);
  await staff.getByRole('group', { name: 'Vis Bidrag pr. kanal' }).getByRole('button', { name: 'Tabel' }).click();
  await expect(staff.getByRole('cell', { name: 'Import' })).toBeVisible();

  await staff.goto(`/forhoeringer/${id}/rapport`);
  await expect(staff.getByRole('heading', { name: 'Lav en udgave' })).toBeVisible();
  await readableByEveryone(staff);
  await staff.getByRole('button', { name: 'Intern til sagen' }).click();
  for (const name of [/^Lav PDF.*Opsamling/, /^Lav CSV.*Excel/]) {
    await staff.getByRole('button', { name }).click();
    await expect(staff.getByText('Færdig').first()).toBeVisible();
  }
  await expect(staff.getByText('Færdig')).toHaveCount(2, { timeout: 20_000 });
  const download = staff.waitForEvent('download');
  await staff.getByRole('link', { name: /intern.*\.pdf/ }).click();
  expect((await download).suggestedFilename()).toMatch(/^F-\d{4}-\d{3}-intern-.*\.pdf$/);
  await readableByEveryone(staff);
});

test('an administrator invites somebody, who chooses a password and sees only what the role allows', async ({
  staff,
  browser,
}) => {
  await staff.goto('/brugere');
  await staff.getByRole('button', { name: 'Ny bruger' }).click();
  const email = `sara${Date.now()}@eksempel.dk`;
  await staff.getByLabel('Navn').fill('Sara Rønnow');
  await staff.getByLabel('Mail').fill(email);
  await staff.getByLabel('Sagsbehandler').check();
  await readableByEveryone(staff);
  await staff.getByRole('button', { name: 'Opret og lav link' }).click();
  const link = await staff.locator('.linkbox').innerText();
  for (const path of ['/kommunen', '/log', '/mig']) {
    await staff.goto(path);
    await expect(staff.getByRole('heading', { level: 1 })).toBeVisible();
    await readableByEveryone(staff);
  }
  const guest = await (await browser.newContext()).newPage();
  await guest.goto(link);
  await readableByEveryone(guest);
  await guest.getByLabel('Adgangskode').fill('password1234');
  await guest.getByRole('button', { name: 'Gem og log ind' }).click();
  await expect(guest.getByText('Den er for let at gætte')).toBeVisible();
  await guest.getByLabel('Adgangskode').fill('fem blaa cykler i regnvejr');
  await guest.getByRole('button', { name: 'Gem og log ind' }).click();
  await expect(guest.getByRole('heading', { level: 1 })).toContainText('Sara');
  await expect(guest.getByRole('button', { name: /Ny forhøring/ })).toHaveCount(0);
  await expect(guest.getByRole('link', { name: 'Log', exact: true })).toHaveCount(0);
  await guest.goto(link);
  await expect(guest.getByRole('heading', { name: 'Linket virker ikke længere' })).toBeVisible();
  await guest.context().close();
});
