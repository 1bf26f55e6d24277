import { expect, openConsultation, readableByEveryone, say, test } from '../support/journey.ts';

const name = (): string => Math.random().toString(36).slice(2, 8);

test('a question goes to the department, is answered twice, and the citizen reads it on the page and the private link', async ({
  staff,
  browser,
}) => {
  const department = (await (
    await staff.request.post('/api/v1/departments', { data: { name: `Vej ${name()}` } })
  ).json()) as {
    id: string;
    name: string;
  };
  const { id, slug } = await openConsultation(staff.request, { departmentId: department.id });
  // The citizen, on a phone.
  const phone = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'da-DK' });
  const citizen = await phone.newPage();
  await citizen.goto(`/f/${slug}/skriv`);
  const question = `Hvem rydder sneen på stien ${name()}?`;
  await citizen.getByLabel('Hvad skal vi vide?').fill(question);
  await citizen.getByRole('button', { name: 'Send dit bidrag' }).click();
  const privateLink = (await citizen.locator('#private-link').innerText()).trim();

  // Open at the inbox before the question is there: it comes by itself.
  await staff.goto('/indbakke?vis=unassigned');
  await staff
    .getByRole('navigation', { name: 'Visninger' })
    .getByRole('button', { name: /^Ingen har den/ })
    .click();
  const mine = staff.locator('.list .item', { hasText: question });
  await expect(mine).toBeVisible();
  await mine.click();
  await expect(staff.getByRole('heading', { level: 2 }).filter({ hasText: 'F-' })).toBeVisible();
  await expect(staff.locator('.side-pane')).toContainText(department.name);
  await readableByEveryone(staff);
  await staff.keyboard.press('t');
  await expect(staff.locator('.side-pane .holder')).not.toContainText('Ingen har den endnu');

  await staff.keyboard.press('i');
  await staff.keyboard.type('Spørg Vejcentret');
  await staff.keyboard.press('Control+Enter');
  await expect(staff.locator('.note-in')).toContainText('Spørg Vejcentret');
  await staff.keyboard.press('Escape');

  await staff.keyboard.press('f');
  await expect(staff.getByRole('textbox', { name: 'Foreløbigt svar' })).toHaveValue(
    /^Tak for dit spørgsmål.*svarer senest/,
  );
  await readableByEveryone(staff);
  await staff.keyboard.press('Control+Enter');
  await expect(staff.locator('.ours')).toHaveCount(1);
  await expect(staff.locator('.head')).toContainText('Fagligt svar er lovet senest');

  // A colleague with the same conversation open sees who writes, and that it has been answered, without reloading.
  const colleague = await staff.context().newPage();
  await colleague.goto(staff.url());
  const conversation = (
    (await (await staff.request.get('/api/v1/inbox?view=mine&limit=200')).json()) as {
      items: Array<{ id: string; excerpt: string }>;
    }
  ).items.find(({ excerpt }) => excerpt === question);
  await colleague.goto(`/indbakke?samtale=${conversation?.id}`);
  await expect(colleague.locator('.ours')).toHaveCount(1);
  // The same person in another window is nobody else.
  await expect(colleague.getByText('har den også åben')).toHaveCount(0);
  await staff.bringToFront();
  await staff.locator('.thread').click();
  await staff.keyboard.press('r');
  await staff.keyboard.type('Det gør Vejcentret, senest kl. 7.');
  await expect(staff.getByText('Kladde gemt')).toBeVisible();
  await staff.keyboard.press('Control+Enter');
  await expect(staff.locator('.ours')).toHaveCount(2);
  await expect(staff.locator('.head')).toContainText('Besvaret');
  await colleague.bringToFront();
  await expect(colleague.locator('.ours')).toHaveCount(2);
  await colleague.close();

  await citizen.goto(privateLink);
  await expect(citizen.getByText('Det gør Vejcentret, senest kl. 7.')).toBeVisible();
  await expect(citizen.getByText('Spørg Vejcentret')).toHaveCount(0);
  await readableByEveryone(citizen);
  const { items } = (await (await staff.request.get(`/api/v1/consultations/${id}/comments`)).json()) as {
    items: Array<{ id: string }>;
  };
  await staff.request.post(`/api/v1/comments/${items[0]?.id}/decision`, { data: { action: 'publish' } });
  await citizen.goto(`/f/${slug}`);
  await expect(citizen.getByText('Det gør Vejcentret, senest kl. 7.')).toBeVisible();
  await phone.close();
});

test('what needs no answer is ended with a reason and opened again; an answer is corrected where it stands', async ({
  staff,
}) => {
  const { slug } = await openConsultation(staff.request);
  const text = `Kan I høre mig ${name()}?`;
  await staff.request.post(`/api/v1/public/consultations/${slug}/comments`, { data: { text } });
  await staff.goto('/indbakke');
  await staff.locator('.list .item', { hasText: text }).click();
  await expect(staff.locator('.said')).toContainText(text);
  await staff.keyboard.press('u');
  await staff.getByRole('button', { name: 'Afslut uden svar' }).click();
  await expect(staff.getByText('Skriv kort hvorfor')).toBeVisible();
  await readableByEveryone(staff);
  await staff.getByRole('button', { name: 'Er svaret i telefonen' }).click();
  await staff.getByRole('button', { name: 'Afslut uden svar' }).click();
  await expect(staff.getByText('Kræver ikke svar: Er svaret i telefonen')).toBeVisible();
  await staff.getByRole('button', { name: 'Åbn igen' }).click();
  await staff.getByRole('button', { name: 'Venter på borgeren', exact: true }).last().click();
  await expect(staff.locator('.head')).toContainText('Venter på borgeren');
  await staff.getByRole('button', { name: 'Lad uret gå igen' }).click();
  await staff.getByRole('textbox', { name: 'Svar' }).fill('Ja.');
  await staff.getByRole('button', { name: /^Send svar/ }).click();
  await staff.getByRole('button', { name: 'Ret svaret' }).click();
  await staff.getByRole('textbox', { name: 'Ret svaret' }).fill('Ja, tydeligt.');
  await staff.getByRole('button', { name: 'Gem rettelsen' }).click();
  await expect(staff.locator('.ours')).toContainText('Ja, tydeligt.');
  await staff.getByText('Sådan stod det før').click();
  await expect(staff.locator('.ours details')).toContainText('Ja.');
  await readableByEveryone(staff);
});

test('rules and duty are set on a page, and response times are read on another', async ({ staff }) => {
  const department = `Natur ${name()}`;
  await staff.request.post('/api/v1/departments', { data: { name: department } });
  await staff.goto('/indbakke/regler');
  await expect(staff.getByRole('heading', { name: 'Løftet' })).toBeVisible();
  await readableByEveryone(staff);
  await staff.getByRole('button', { name: 'Tilføj ord' }).click();
  const word = `xyl${name()}`;
  await staff
    .getByRole('textbox', { name: /^Ord, regel/ })
    .last()
    .fill(`${word}, træ`);
  await staff
    .getByRole('combobox', { name: /^Afdeling, regel/ })
    .last()
    .selectOption(department);
  await staff.getByRole('radio', { name: /Lukkedage tæller ikke/ }).check();
  await staff.getByRole('checkbox', { name: /Vis borgerne/ }).check();
  await staff.getByRole('button', { name: 'Gem', exact: true }).click();
  await expect(staff.getByText('Gemt', { exact: true })).toBeVisible();
  await staff.getByLabel('Afdeling', { exact: true }).selectOption(department);
  const duties = staff.getByRole('region', { name: 'Vagter' });
  await duties.getByLabel('Person').selectOption({ index: 1 });
  await duties.getByLabel('Fra', { exact: true }).fill('1.1.2026');
  await duties.getByLabel('Til og med').fill('nogensinde');
  await staff.getByRole('button', { name: 'Tilføj vagt' }).click();
  await expect(duties.locator('.err')).toBeVisible();
  await duties.getByLabel('Til og med').fill('31.12.2199');
  await staff.getByRole('button', { name: 'Tilføj vagt' }).click();
  await expect(staff.getByRole('listitem').filter({ hasText: department })).toBeVisible();
  const leave = staff.getByRole('region', { name: 'Fravær' });
  await leave.getByLabel('Person').selectOption({ index: 1 });
  await leave.getByLabel('Væk fra').fill('1.1.2190');
  await leave.getByLabel('Til og med').fill('1.1.2189');
  await leave.getByRole('button', { name: 'Meld fravær' }).click();
  await expect(leave.locator('.err')).toBeVisible();
  await leave.getByLabel('Til og med').fill('9.1.2190');
  await leave.getByRole('button', { name: 'Meld fravær' }).click();
  await expect(leave.getByRole('listitem')).toContainText('1. januar – 9. januar');
  await readableByEveryone(staff);

  const { id, slug } = await openConsultation(staff.request);
  const text = `Hvor står ${word}?`;
  await say(staff.request, slug, text);
  await staff.goto('/indbakke');
  await staff.locator('.list .item', { hasText: text }).click();
  await expect(staff.locator('.side-pane')).toContainText(department);
  await staff.getByRole('textbox', { name: 'Svar' }).fill('Ved søen.');
  await staff.getByRole('button', { name: /^Send svar/ }).click();
  await expect(staff.locator('.head')).toContainText('Besvaret');
  await staff.goto(`/indbakke/tal?forhoering=${id}`);
  await expect(staff.locator('.stats')).toContainText('100 %');
  await readableByEveryone(staff);
  const citizen = await staff.context().newPage();
  await citizen.goto(`/f/${slug}`);
  await expect(
    citizen.getByText('100 % af spørgsmålene her er besvaret inden for 24 timer på hverdage.'),
  ).toBeVisible();
  await citizen.close();
  // As it was: other journeys read the page too.
  const { version } = (await (await staff.request.get('/api/v1/inbox-settings')).json()) as { version: number };
  const before = { version, policy: 'elapsed', rules: [], showBadge: false };
  expect((await staff.request.put('/api/v1/inbox-settings', { data: before })).status()).toBe(200);
});

test('a citizen who writes again below the answer opens the conversation anew; mails are chosen under Mig', async ({
  staff,
}) => {
  const { slug } = await openConsultation(staff.request, {
    visibility: 'atOnce',
    visibilityReason: 'Prøve',
    allowReplies: true,
  });
  const question = `Hvem ejer lågen ${name()}?`;
  const post = async (data: object): Promise<{ number: string }> =>
    (await (await staff.request.post(`/api/v1/public/consultations/${slug}/comments`, { data })).json()) as {
      number: string;
    };
  const { number } = await post({ text: question });
  await staff.goto('/indbakke');
  await staff.locator('.list .item', { hasText: question }).click();
  await staff.getByRole('textbox', { name: 'Svar' }).fill('Ring til naboen på 20 30 40 50.');
  // Somebody's telephone number is looked at twice.
  await expect(staff.getByText('20 30 40 50 kan læses af alle.')).toBeVisible();
  await expect(staff.getByRole('button', { name: /^Send svar/ })).toHaveAttribute('aria-disabled', 'true');
  await readableByEveryone(staff);
  await staff.getByRole('textbox', { name: 'Svar' }).fill('Det gør naboen.');
  await staff.getByRole('button', { name: /^Send svar/ }).click();
  await expect(staff.locator('.head')).toContainText('Besvaret');
  const again = `Så spørger jeg naboen ${name()}`;
  await post({ text: again, replyTo: number });
  const item = staff.locator('.list .item', { hasText: again });
  await expect(item).toBeVisible();
  await item.click();
  // Oldest first: the question, our answer, what was written below it.
  await expect(staff.locator('.thread article .words')).toHaveText([question, 'Det gør naboen.', again]);
  await readableByEveryone(staff);
  await staff.getByRole('textbox', { name: 'Svar' }).fill('Gør det.');
  await staff.getByRole('button', { name: /^Send svar/ }).click();
  await expect(staff.locator('.ours')).toHaveCount(2);

  await staff.goto('/mig');
  await staff.getByRole('radio', { name: /Samlet/ }).check();
  await expect(staff.getByText('Gemt', { exact: true })).toBeVisible();
  await staff.reload();
  await expect(staff.getByRole('radio', { name: /Samlet/ })).toBeChecked();
  await readableByEveryone(staff);
  await staff.getByRole('radio', { name: /Med det samme/ }).check();
  await expect(staff.getByText('Gemt', { exact: true })).toBeVisible();
});
