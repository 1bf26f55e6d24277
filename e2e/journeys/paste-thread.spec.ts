import { expect, openConsultation, readableByEveryone, test } from '../support/journey.ts';

const THREAD = `Mest relevante
Mette Hansen
Hvorfor skal vi bruge penge på det?
Synes godt om
Svar
2 d.
Redigeret
Nørreskov Kommune
Forfatter
Mette Hansen Pengene er sat af i budgettet.
Synes godt om · Svar · 1 d.
Åse Lund
Flere bænke, tak
Ib Bo
Og flere træer
Synes godt om · Svar · 5 t.
Vis flere kommentarer`;

test('a thread from Facebook is pasted, corrected, taken in, known the next time, and taken back', async ({
  staff,
}) => {
  const { id } = await openConsultation(staff.request, {});
  await staff.goto(`/forhoeringer/${id}/import`);
  await staff.getByRole('button', { name: 'Indsæt en tråd' }).click();
  await staff.getByLabel('Tråden').fill(THREAD);
  await staff.getByRole('button', { name: 'Del op i kommentarer' }).click();
  await expect(staff.getByText('2 kommentarer', { exact: true })).toBeVisible();
  await expect(staff.getByText('Jeres eget svar, kommer ikke med')).toBeVisible();
  await readableByEveryone(staff);

  // Two people in one: the rule could not know, a person sees it.
  const third = staff.getByLabel('Tekst i nr. 3');
  await third.evaluate((box: HTMLTextAreaElement) => {
    const at = box.value.indexOf('Ib Bo');
    box.setSelectionRange(at, at);
  });
  await staff.getByRole('button', { name: 'Del ved markøren' }).nth(2).click();
  await expect(staff.getByText('3 kommentarer', { exact: true })).toBeVisible();
  await expect(third).toHaveValue('Flere bænke, tak');
  await expect(staff.getByLabel('Navn på nr. 4')).toHaveValue('Ib Bo');
  await staff.getByLabel('Link til opslaget').fill('https://www.facebook.com/noerreskov/posts/1');
  await staff.getByRole('button', { name: 'Se, hvad der vil komme ind' }).click();
  await staff.getByRole('button', { name: 'Hent 3 bidrag ind' }).click();
  await expect(staff.getByText('3 bidrag er kommet ind')).toBeVisible();
  await readableByEveryone(staff);

  await staff.getByRole('button', { name: 'Se, hvad der vil komme ind' }).click();
  await expect(staff.getByText('Der er ingen nye bidrag i tråden.')).toBeVisible();
  await staff.goto(`/forhoeringer/${id}/bidrag`);
  await expect(staff.getByText('Og flere træer').first()).toBeVisible();

  await staff.goto(`/forhoeringer/${id}/import`);
  await staff.getByRole('button', { name: 'Fortryd Indsat tråd fra Facebook.csv' }).click();
  await staff.getByRole('button', { name: 'Ja, tag 3 tilbage' }).click();
  await expect(staff.getByText('(taget tilbage)')).toBeVisible();
});
