import { expect, openConsultation, readableByEveryone, say, test } from '../support/journey.ts';

const name = (): string => Math.random().toString(36).slice(2, 8);

test('a good answer becomes one of the library, is found by keyboard, filled in, and counted when it is sent', async ({
  staff,
}) => {
  const { slug } = await openConsultation(staff.request);
  const [word, question, again] = [name(), `Hvem ejer hegnet ${name()}?`, `Hvem maler hegnet ${name()}?`];
  await say(staff.request, slug, question);
  await say(staff.request, slug, again);
  await staff.goto('/indbakke');
  await staff.locator('.list .item', { hasText: question }).click();
  await expect(staff.locator('.said')).toContainText(question);
  await staff.getByRole('textbox', { name: 'Svar' }).fill(`Det gør vi selv ${word}.`);
  await staff.getByRole('button', { name: /^Send svar/ }).click();
  // It has left the list, and is found by its words all the same.
  const search = staff.getByRole('searchbox', { name: 'Søg i samtaler' });
  await search.fill(question.split(' ').at(-1) ?? '');
  await expect(staff.locator('.list .item')).toHaveCount(1);
  await expect(staff.locator('.said')).toContainText(question);
  await readableByEveryone(staff);
  await staff.getByRole('button', { name: 'Gem som standardsvar' }).click();
  const dialog = staff.getByRole('dialog', { name: 'Gem som standardsvar' });
  await dialog.getByLabel('Titel').fill(`Hegn ${word}`);
  await dialog.getByLabel('Svar', { exact: true }).fill(`Hej {navn}. Det gør vi selv ${word}.`);
  await dialog.getByRole('button', { name: 'Gem', exact: true }).click();
  await expect(dialog.getByText('“{navn}” kan vi ikke udfylde')).toBeVisible();
  await dialog
    .getByLabel('Svar', { exact: true })
    .fill(`Tak for {nummer}. Det gør vi selv ${word}. Skriv inden {frist}.`);
  await readableByEveryone(staff);
  await dialog.getByRole('button', { name: 'Gem', exact: true }).click();
  await expect(dialog).toBeHidden();

  await staff.goto('/indbakke');
  await staff.locator('.list .item', { hasText: again }).click();
  await expect(staff.locator('.said')).toContainText(again);
  await staff.keyboard.press('s');
  const picker = staff.getByRole('dialog', { name: 'Standardsvar' });
  await expect(picker.getByRole('combobox')).toBeFocused();
  await staff.keyboard.type(word);
  await expect(picker.getByRole('option')).toHaveCount(1);
  await expect(picker.getByLabel('Sådan kommer det til at stå')).toContainText(/Tak for F-\d{4}-\d{3}-0002\. Det gør/);
  await readableByEveryone(staff);
  await staff.keyboard.press('Enter');
  await expect(staff.getByRole('textbox', { name: 'Svar' })).toHaveValue(/^Tak for F-.*-0002\./);
  await staff.keyboard.press('Control+Enter');
  await expect(staff.locator('.ours')).toContainText('-0002.');

  await staff.goto('/indbakke/standardsvar');
  await staff.getByRole('searchbox').fill(word);
  const line = staff.getByRole('listitem', { name: `Hegn ${word}` });
  await expect(line).toContainText('brugt 1 gang');
  await line.getByRole('button', { name: 'Læst igennem, det passer' }).click();
  await expect(line).toContainText('Bekræftet');
  await readableByEveryone(staff);
  await line.getByRole('button', { name: 'Ret', exact: true }).click();
  const editor = staff.getByRole('dialog', { name: 'Ret standardsvar' });
  await editor.getByLabel('Svar', { exact: true }).fill('Nye ord.');
  await editor.getByRole('button', { name: 'Gem', exact: true }).click();
  await expect(line).toContainText('Nye ord.');
  await expect(line).not.toContainText('Bekræftet');
  await line.getByRole('button', { name: 'Tag ud af brug' }).click();
  await expect(staff.getByText(`Ingen passer på “${word}”`)).toBeVisible();
});

test('several are chosen by keyboard and answered in one act, and what was not sent says why', async ({ staff }) => {
  const { slug } = await openConsultation(staff.request);
  const word = name();
  const numbers: string[] = [];
  for (const text of ['Hvad koster', 'Hvornår begynder', 'Hvem bygger'].map((begin) => `${begin} broen ${word}?`)) {
    const sent = await say(staff.request, slug, text);
    numbers.push(((await sent.json()) as { number: string }).number);
  }
  await staff.goto('/indbakke');
  const line = (text: string) => staff.locator('.list .line', { hasText: `${text} broen ${word}` });
  await line('Hvad koster').getByRole('button').click();
  await expect(staff.locator('.said')).toContainText('Hvad koster');
  await staff.keyboard.press('x');
  await staff.keyboard.press('Shift+J');
  await expect(staff.getByText('2 valgte')).toBeVisible();
  await line('Hvem bygger').getByRole('checkbox').check();
  await expect(staff.getByText('3 valgte')).toBeVisible();
  await readableByEveryone(staff);
  // Somebody changes one of them meanwhile.
  const { items } = (await (await staff.request.get('/api/v1/inbox?limit=200')).json()) as {
    items: Array<{ id: string; number: string }>;
  };
  const moved = items.find(({ number }) => number === numbers[2]);
  await staff.locator('.thread').click();
  await staff.keyboard.press('m');
  const dialog = staff.getByRole('dialog', { name: 'Svar 3 borgere på én gang' });
  await dialog.getByLabel('Svar til alle').fill('Tak for {nummer}. Den koster det samme.');
  await expect(dialog.getByLabel('Eksempel')).toContainText(`Tak for ${numbers[0]}.`);
  await readableByEveryone(staff);
  await staff.request.post(`/api/v1/inbox/${moved?.id}/take`);
  await dialog.getByRole('button', { name: 'Send til 3' }).click();
  const outcome = staff.getByRole('dialog', { name: 'Sådan gik det' });
  await expect(outcome).toContainText('2 borgere har fået svaret.');
  await expect(outcome.getByRole('listitem')).toContainText([numbers[2] ?? '']);
  await expect(outcome.getByRole('listitem')).toContainText(['En anden har rettet det samme']);
  await readableByEveryone(staff);
  await outcome.getByRole('button', { name: 'Luk' }).click();
  await expect(staff.getByText('1 valgt')).toBeVisible();
  await expect(line('Hvad koster')).toHaveCount(0);
});
