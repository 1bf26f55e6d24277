import { draft, expect, readableByEveryone, test } from '../support/journey.ts';

test('a colleague without account reads the draft by a link, until it is closed', async ({ staff, browser }) => {
  const made = await draft(staff, { title: 'Til gennemsyn', questions: [{ kind: 'place', label: 'Hvor er det?' }] });
  await staff.goto(`/forhoeringer/${made.id}`);
  await staff.getByRole('button', { name: 'Del kladden med en kollega' }).click();
  await staff.getByRole('button', { name: 'Lav et link' }).click();
  const url = await staff.getByLabel('Kopiér linket nu').inputValue();
  await readableByEveryone(staff);
  const colleague = await (await browser.newContext({ javaScriptEnabled: true })).newPage();
  const answer = await colleague.goto(url);
  expect(answer?.headers()['x-robots-tag']).toContain('noindex');
  expect(answer?.headers()['cache-control']).toBe('no-store');
  expect(answer?.headers()['referrer-policy']).toBe('no-referrer');
  await expect(colleague.getByRole('heading', { level: 1, name: 'Til gennemsyn' })).toBeVisible();
  await expect(colleague.getByText('Kladde.', { exact: true })).toBeVisible();
  await expect(colleague.getByText('Det er en kladde, så der kan ikke skrives')).toBeVisible();
  await expect(colleague.getByRole('button', { name: 'Send dit bidrag' })).toBeDisabled();
  await readableByEveryone(colleague);
  await colleague.goto(`${url}?lang=en`);
  await expect(colleague.getByText('This is how the page will look.')).toBeVisible();
  await readableByEveryone(colleague);
  await staff.getByRole('button', { name: /^Luk linket/ }).click();
  await expect(staff.getByText(/^Lukket\./)).toBeVisible();
  await colleague.goto(url);
  await expect(colleague.getByRole('heading', { name: 'Linket til kladden er lukket' })).toBeVisible();
  await readableByEveryone(colleague);
});

test('own templates: saved, chosen, renamed, and deleted while somebody looks at the list', async ({
  staff,
  context,
}) => {
  const name = `Vores ${Math.random().toString(36).slice(2, 8)}`;
  const made = await draft(staff, { title: 'Mønster', questions: [{ kind: 'text', label: 'Hvad?' }] });
  await staff.goto(`/forhoeringer/${made.id}`);
  await staff.getByRole('button', { name: 'Gem som skabelon' }).click();
  await staff.getByRole('dialog').getByLabel('Navn').fill(name);
  await readableByEveryone(staff);
  await staff.keyboard.press('Enter');
  await expect(staff.getByText(`Skabelonen “${name}” er gemt`)).toBeVisible();
  await staff.goto('/forhoeringer/ny');
  await staff.getByRole('button', { name: `Omdøb ${name}` }).click();
  await staff.getByRole('dialog').getByLabel('Navn').fill(`${name} 2`);
  await staff.keyboard.press('Enter');
  await expect(staff.getByText('Navnet er rettet')).toBeVisible();
  const other = await context.newPage();
  await other.goto('/forhoeringer/ny');
  await expect(other.getByRole('button', { name: `Slet ${name} 2` })).toBeVisible();
  await staff.getByRole('button', { name: `Slet ${name} 2` }).click();
  await readableByEveryone(staff);
  await staff.getByRole('button', { name: 'Slet skabelonen' }).click();
  await expect(staff.getByRole('button', { name: `Slet ${name} 2` })).toBeHidden();
  await other.getByRole('button', { name: new RegExp(`^${name} 2`) }).click();
  await expect(other.getByText('Skabelonen er fjernet')).toBeVisible();
  await expect(other.getByRole('button', { name: `Slet ${name} 2` })).toBeHidden();
});

test('the municipality’s own texts are chosen in the form, and a case number that looks wrong is doubted', async ({
  staff,
}) => {
  const name = `Egen ${Math.random().toString(36).slice(2, 8)}`;
  await staff.goto('/kommunen');
  await staff.getByLabel('Sådan ser et sagsnummer ud').fill('26/000000');
  await staff.getByRole('button', { name: 'Gem', exact: true }).click();
  await expect(staff.getByText('Gemt', { exact: true })).toBeVisible();
  await staff.getByRole('button', { name: 'Tilføj et retsgrundlag' }).click();
  await staff.getByRole('dialog').getByLabel('Navn').fill(name);
  await staff.getByRole('button', { name: 'Gem teksten' }).click();
  await expect(staff.getByRole('dialog').getByText('Udfyld feltet')).toBeVisible();
  await staff.getByRole('dialog').getByLabel('Tekst').fill('Byrådet har besluttet at spørge først.');
  await readableByEveryone(staff);
  await staff.getByRole('button', { name: 'Gem teksten' }).click();
  await expect(staff.getByRole('button', { name: `Ret ${name}` })).toBeVisible();
  await readableByEveryone(staff);

  const made = await draft(staff, { title: 'Med egne tekster', caseNumber: '26-00412' });
  await staff.goto(`/forhoeringer/${made.id}`);
  await expect(staff.getByText('Sagsnummeret plejer at se ud som 26/000000.')).toBeVisible();
  await expect(staff.getByText('Sagsnummer passer ikke')).toBeVisible();
  await staff.getByRole('link', { name: 'Tjek sagsnummeret' }).click();
  await expect(staff.getByLabel('Sagsnummer')).toBeFocused();
  await staff.getByLabel('Retsgrundlag: begynd med').selectOption({ label: name });
  await expect(staff.getByLabel('Retsgrundlag', { exact: true })).toHaveValue('Byrådet har besluttet at spørge først.');
  await expect(staff.locator('[data-save-state=saved]')).toBeVisible();
  await staff.goto('/kommunen');
  await staff.getByRole('button', { name: `Slet ${name}` }).click();
  await staff.getByRole('button', { name: 'Slet teksten' }).click();
  await expect(staff.getByRole('button', { name: `Ret ${name}` })).toBeHidden();
});
