import { expect, openConsultation, readableByEveryone, test } from '../support/journey.ts';

const QUESTIONS = [
  { kind: 'text', label: 'Hvad synes du?' },
  { kind: 'one', label: 'Hvor bor du?', options: ['I byen', 'Et andet sted'] },
  { kind: 'several', label: 'Hvad bruger du?', options: ['Bus', 'Cykel'] },
  { kind: 'scale', label: 'Hvor trygt er krydset?', options: ['utrygt', 'trygt'] },
];
const AT_ONCE = { visibility: 'atOnce', visibilityReason: 'Prøve', questions: QUESTIONS };

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'own comment' : 'own comment without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('a citizen says more than a text, changes it, hides the name, takes it back', async ({ page, request }) => {
      const { slug } = await openConsultation(request, AT_ONCE);
      await page.goto(`/f/${slug}`);
      await page.getByLabel('Hvad skal vi vide?').fill('Krydset er farligt');
      await page.getByText('Svar på 3 korte spørgsmål').click();
      await page.getByLabel('I byen').check();
      await page.getByLabel('Bus').check();
      await page.getByLabel('Cykel').check();
      await page.getByRole('group', { name: 'Hvor trygt er krydset?' }).getByLabel('2').check();
      await page.getByText('Skriv, hvor det er').click();
      await page.getByLabel('Et sted', { exact: false }).last().fill('Ved broen');
      await page.getByText('Navn og mail').click();
      await page.getByLabel('Navn (valgfrit)', { exact: true }).fill('Åse');
      if (javaScriptEnabled) await readableByEveryone(page);
      await page.getByRole('button', { name: 'Send dit bidrag' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tak. Vi har modtaget dit bidrag');
      const link = page.url().replace('?tak', '');
      await page.goto(link);
      await expect(page.getByText('Ved broen')).toBeVisible();

      await page.getByText('Ret dit bidrag').click();
      await page.getByLabel('Hvad skal vi vide?').fill('Krydset er meget farligt');
      await page.getByRole('button', { name: 'Gem rettelsen' }).click();
      await expect(page.getByText('Rettelsen er gemt.')).toBeVisible();
      if (javaScriptEnabled) await readableByEveryone(page);
      expect(await (await request.get(`/f/${slug}`)).text()).toContain('Krydset er meget farligt');

      await page.getByRole('button', { name: 'Vis “Borger” i stedet' }).click();
      await expect(page.getByText('Bidraget vises med “Borger”.')).toBeVisible();
      expect(await (await request.get(`/f/${slug}`)).text()).not.toContain('Åse');

      await page.getByText('Træk dit bidrag tilbage').click();
      if (javaScriptEnabled) await readableByEveryone(page);
      await page.getByRole('button', { name: 'Træk bidraget tilbage' }).click();
      await expect(page.getByText('Bidraget er trukket tilbage.')).toBeVisible();
      if (javaScriptEnabled) await readableByEveryone(page);
      expect(await (await request.get(`/f/${slug}`)).text()).not.toContain('meget farligt');
    });
  });
}

test('two windows with the same comment: the second is told, and its words are kept', async ({ page, request }) => {
  const { slug } = await openConsultation(request, AT_ONCE);
  const sent = await request.post(`/api/v1/public/consultations/${slug}/comments`, { data: { text: 'Først' } });
  const { privateUrl } = (await sent.json()) as { privateUrl: string };
  const path = new URL(privateUrl).pathname;
  await page.goto(path);
  await request.put(`/api/v1/public/private-links/${path.split('/').at(-1)}`, {
    data: { text: 'Andet vindue', version: 1 },
  });
  await page.getByText('Ret dit bidrag').click();
  await page.getByLabel('Hvad skal vi vide?').fill('Mine ord');
  await page.getByRole('button', { name: 'Gem rettelsen' }).click();
  await expect(page.getByText('Det er rettet i et andet vindue')).toBeVisible();
  await readableByEveryone(page);
  await expect(page.getByLabel('Hvad skal vi vide?')).toHaveValue('Mine ord');
  await page.getByRole('button', { name: 'Gem rettelsen' }).click();
  await expect(page.getByText('Rettelsen er gemt.')).toBeVisible();
});

test('number and code from paper lead to the comment; in English too', async ({ page, request }) => {
  const { slug } = await openConsultation(request, AT_ONCE);
  await page.goto(`/f/${slug}?lang=en`);
  await page.getByLabel('What should we know?').fill('Keep the chimney');
  await page.getByRole('button', { name: 'Send your comment' }).click();
  const number = await page.locator('.nr').innerText();
  const code = await page.locator('.keep b.mono').innerText();
  await page.goto('/m?lang=en');
  await readableByEveryone(page);
  await page.getByLabel('Number').fill(number);
  await page.getByLabel('Code').fill('AAAA-AAAA');
  await page.getByRole('button', { name: 'Find the comment' }).click();
  await expect(page.getByText('Number and code do not belong together.')).toBeVisible();
  await readableByEveryone(page);
  await page.getByLabel('Code').fill(code.toLowerCase().replace('-', ''));
  await page.getByRole('button', { name: 'Find the comment' }).click();
  await expect(page.getByRole('blockquote')).toHaveText('Keep the chimney');
  await expect(page.getByText('Change your comment')).toBeVisible();
  await readableByEveryone(page);
});
