import { expect, openConsultation, readableByEveryone, say, test } from '../support/journey.ts';

const name = (): string => Math.random().toString(36).slice(2, 8);

test('an answer on a delicate topic waits for a colleague, comes back with words, and goes out when it is read', async ({
  staff,
  browser,
}) => {
  const { id, slug } = await openConsultation(staff.request);
  await staff.goto(`/forhoeringer/${id}/kodebog`);
  await staff.getByLabel('Navn').fill('Ekspropriation');
  await staff.getByRole('checkbox', { name: 'Svar om temaet læses af en anden, før de sendes' }).check();
  await staff.getByRole('button', { name: 'Tilføj tema' }).click();
  await expect(staff.getByText('Ekspropriation').first()).toBeVisible();
  await readableByEveryone(staff);
  const question = `Mister jeg min have ${name()}?`;
  const sent = (await (await say(staff.request, slug, question)).json()) as { privateUrl: string };
  const { items: tags } = (await (await staff.request.get(`/api/v1/consultations/${id}/tags`)).json()) as {
    items: Array<{ id: string }>;
  };
  const { items } = (await (await staff.request.get(`/api/v1/consultations/${id}/comments`)).json()) as {
    items: Array<{ id: string }>;
  };
  await staff.request.put(`/api/v1/comments/${items[0]?.id}/tags`, { data: { tagIds: [tags[0]?.id] } });

  // A colleague of their own, on a computer of their own.
  const kaj = `Kaj K${name()}`;
  const email = `${name()}@eksempel.dk`;
  const invited = (await (
    await staff.request.post('/api/v1/accounts', {
      data: { name: kaj, email, roles: ['socialMediaManager'] },
    })
  ).json()) as { oneTimeUrl: string };
  const context = await browser.newContext({ locale: 'da-DK' });
  const password = 'fire-graa-gaes-paa-torvet';
  const token = invited.oneTimeUrl.split('/').at(-1);
  await context.request.post('/api/v1/one-time-links', { data: { token, password } });
  await context.request.post('/api/v1/session', { data: { email, password } });
  const colleague = await context.newPage();

  await staff.goto('/indbakke');
  await staff.locator('.list .item', { hasText: question }).click();
  await expect(staff.locator('.said')).toContainText(question);
  await staff.getByRole('textbox', { name: 'Svar' }).fill('Nej.');
  await staff.getByRole('button', { name: /^Send til gennemlæsning/ }).click();
  const waiting = staff.locator('.proposal', { hasText: 'Venter på at blive læst' });
  await expect(waiting).toContainText('Uret går, til det er sendt.');
  await expect(waiting.getByRole('button', { name: 'Læst, send det' })).toHaveCount(0);
  await expect(staff.locator('.list .line', { hasText: question })).toContainText('venter på at blive læst');
  await expect(staff.getByRole('textbox', { name: 'Intern note' })).toBeVisible();
  // Called by name: the one who is named finds it.
  await staff.getByRole('textbox', { name: 'Intern note' }).fill(`Ser du på det, @${kaj.slice(0, 8)}`);
  await staff.getByRole('group', { name: 'Nævn en kollega' }).getByRole('button', { name: kaj }).click();
  await expect(staff.getByRole('textbox', { name: 'Intern note' })).toHaveValue(`Ser du på det, @${kaj} `);
  await readableByEveryone(staff);
  await staff.getByRole('button', { name: /^Gem noten/ }).click();
  await expect(staff.locator('.note-in')).toContainText(`@${kaj}`);

  await colleague.goto('/indbakke');
  await colleague.getByRole('button', { name: /^Nævner dig\s*1/ }).click();
  await expect(colleague.locator('.note-in')).toContainText(`@${kaj}`);
  await expect(colleague.getByRole('button', { name: /^Nævner dig\s*0/ })).toBeVisible();
  await colleague.goto('/indbakke');
  await colleague.getByRole('button', { name: /^Skal læses af dig/ }).click();
  await colleague.locator('.list .item', { hasText: question }).click();
  await colleague.getByRole('button', { name: 'Send tilbage …' }).click();
  await colleague.getByLabel('Hvad skal ændres?').fill('Skriv hvorfor ikke');
  await readableByEveryone(colleague);
  await colleague.getByRole('button', { name: 'Send tilbage', exact: true }).click();

  await expect(staff.locator('.proposal', { hasText: 'Sendt tilbage' })).toContainText('Skriv hvorfor ikke');
  await expect(staff.getByRole('textbox', { name: 'Svar', exact: true })).toHaveValue('Nej.');
  await staff.getByRole('textbox', { name: 'Svar', exact: true }).fill('Nej, planen rører ikke haverne.');
  await staff.getByRole('button', { name: /^Send til gennemlæsning/ }).click();
  await expect(waiting).toContainText('rører ikke haverne');

  await colleague.bringToFront();
  await expect(colleague.getByText('Administrator har den også åben')).toBeVisible({ timeout: 15_000 });
  await colleague.getByRole('button', { name: 'Læst, send det' }).click();
  await expect(colleague.locator('.ours')).toContainText(`læst af ${kaj}`);
  await readableByEveryone(colleague);
  await staff.goto(sent.privateUrl);
  await expect(staff.getByText('Nej, planen rører ikke haverne.')).toBeVisible();
  await expect(staff.getByText('Skriv hvorfor ikke')).toHaveCount(0);
  await context.close();
});
