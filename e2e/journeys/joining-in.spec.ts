import { matchAnswers, stems } from '../../web/static/match-answers.js';
import { expect, openConsultation, readableByEveryone, say, test } from '../support/journey.ts';

const AT_ONCE = { visibility: 'atOnce', visibilityReason: 'Prøve', allowReplies: true };
const PARKING = { question: 'Bliver der parkeringspladser nok?', answer: 'Ja, 140 pladser under jorden.' };

test('the words decide which answers are offered', () => {
  const answers = [
    { id: 'p', ...PARKING },
    { id: 's', question: 'Hvad sker der med skorstenen?', answer: 'Den er fredet og bliver stående.' },
    { id: 't', question: 'Hvornår begynder byggeriet?', answer: 'Tidligst i 2028.' },
  ];
  expect(matchAnswers('Jeg er bange for, at parkeringen ikke får pladser nok til os', answers)).toEqual(['p']);
  expect(matchAnswers('Skorsten og byggeri: hvornår, og bliver skorstenen stående?', answers)[0]).toBe('s');
  expect(matchAnswers('Der skal være mere natur og flere fugle', answers)).toEqual([]);
  expect(matchAnswers('', answers)).toEqual([]);
  expect([...stems('Parkeringspladserne og træerne')]).toEqual(['parkeringsplads', 'træ']);
});

test('a superuser answers once; the next citizen is offered the answer and may send all the same', async ({
  staff,
}) => {
  const page = staff;
  const { id, slug } = await openConsultation(page.request, AT_ONCE);
  await page.goto(`/forhoeringer/${id}/svar`);
  await expect(page.getByText('Ingen officielle svar endnu')).toBeVisible();
  await readableByEveryone(page);
  await page.getByRole('button', { name: 'Skriv et svar' }).click();
  await page.getByLabel('Spørgsmålet, som borgeren ville stille det').fill(PARKING.question);
  await page.getByLabel('Svaret', { exact: true }).fill(PARKING.answer);
  await readableByEveryone(page);
  await page.getByRole('button', { name: 'Vis svaret på siden' }).click();
  await expect(page.getByRole('heading', { name: PARKING.question })).toBeVisible();
  await readableByEveryone(page);

  await page.goto(`/f/${slug}`);
  await expect(page.getByRole('heading', { name: 'Spørgsmål og svar' })).toBeVisible();
  await page.getByLabel('Hvad skal vi vide?').fill('Der mangler parkeringspladser til beboerne');
  const offered = page.getByRole('complementary', { name: 'Måske er det allerede besvaret' });
  await expect(offered).toBeVisible();
  await readableByEveryone(page);
  await offered.getByText(PARKING.question).click();
  await expect(offered.getByText(PARKING.answer)).toBeVisible();
  await page.getByRole('button', { name: 'Send dit bidrag' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tak. Vi har modtaget dit bidrag');
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'others' : 'others, without JavaScript', () => {
    test.use({ javaScriptEnabled });
    test('somebody agrees, takes it back, and replies', async ({ page, request }) => {
      const { slug } = await openConsultation(request, AT_ONCE);
      await say(request, slug, 'Bevar linden på pladsen');
      await page.goto(`/f/${slug}`);
      await page.getByRole('button', { name: /^Enig \d* ?Bidrag/ }).click();
      await expect(page.getByText('Tak. Du er talt med.')).toBeVisible();
      if (javaScriptEnabled) {
        await readableByEveryone(page);
        await expect(page.getByRole('button', { name: /^Enig \d* ?Bidrag/ })).toHaveAttribute('aria-pressed', 'true');
        await page.reload();
        await expect(page.getByRole('button', { name: /^Enig \d* ?Bidrag/ })).toHaveAttribute('aria-pressed', 'true');
        await page.getByRole('button', { name: /^Enig \d* ?Bidrag/ }).click();
      } else await page.getByRole('button', { name: 'Fortryd' }).click();
      await expect(page.getByText('Du er ikke talt med længere.')).toBeVisible();

      await page.goto(`/f/${slug}`);
      await page.getByRole('link', { name: /^Svar på bidrag/ }).click();
      await expect(page.getByRole('blockquote')).toHaveText('Bevar linden på pladsen');
      if (javaScriptEnabled) await readableByEveryone(page);
      await page.getByRole('button', { name: 'Send dit bidrag' }).click();
      await expect(page.getByText('Skriv mindst ét ord').first()).toBeVisible();
      await expect(page.getByRole('blockquote')).toHaveText('Bevar linden på pladsen');
      await page.getByLabel('Hvad skal vi vide?').fill('Den er hundrede år gammel');
      await page.getByRole('button', { name: 'Send dit bidrag' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tak. Vi har modtaget dit bidrag');
      await page.goto(`/f/${slug}`);
      const replies = page.getByRole('region', { name: 'Ét svar fra en borger' });
      await expect(replies.getByText('Den er hundrede år gammel')).toBeVisible();
      if (javaScriptEnabled) await readableByEveryone(page);
    });
  });
}
