import { expect, openConsultation, readableByEveryone, say, test } from '../support/journey.ts';

test.use({ viewport: { width: 320, height: 640 } });
const LONG = 'Speciallægepraksisplanlægningsstabiliseringsperiode og https://example.org/'.concat('a'.repeat(120));

test('everything fits 320 pixels, without motion, with the longest words', async ({ staff }) => {
  test.setTimeout(180_000);
  const page = staff;
  const area = {
    type: 'Polygon',
    coordinates: [
      [
        [12.08, 55.64],
        [12.09, 55.641],
        [12.088, 55.647],
        [12.08, 55.64],
      ],
    ],
  };
  const { id, slug } = await openConsultation(page.request, {
    title: 'Omfartsvejsplanlægningskonsekvensvurderingens forhøring',
    area,
    visibility: 'atOnce',
    visibilityReason: 'Prøve',
    allowReplies: true,
  });
  await say(page.request, slug, LONG);
  await page.request.post(`/api/v1/consultations/${id}/official-answers`, {
    data: { question: LONG, answer: LONG },
  });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const path of [
    '/',
    `/f/${slug}`,
    `/f/${slug}?lang=en`,
    `/f/${slug}/kort`,
    `/f/${slug}/skriv`,
    `/f/${slug}/privatliv`,
    '/m',
    '/start',
    '/indbakke',
    '/forhoeringer/ny',
    `/forhoeringer/${id}`,
    `/forhoeringer/${id}/bidrag`,
    `/forhoeringer/${id}/svar`,
    `/forhoeringer/${id}/kodebog`,
    `/forhoeringer/${id}/import`,
    `/forhoeringer/${id}/overblik`,
    `/forhoeringer/${id}/rapport`,
    '/brugere',
    '/kommunen',
    '/log',
    '/mig',
  ]) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 }).first(), path).toBeVisible();
    await test.step(path, () => readableByEveryone(page));
  }
});

test('the way from the top of the page to a sent comment needs only the keyboard', async ({ page, request }) => {
  const { slug } = await openConsultation(request);
  await page.goto(`/f/${slug}`);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Gå til indhold' })).toBeFocused();
  await page.keyboard.press('Enter');
  for (
    let i = 0;
    i < 12 && !(await page.getByLabel('Hvad skal vi vide?').evaluate((box) => box === document.activeElement));
    i += 1
  )
    await page.keyboard.press('Tab');
  await page.keyboard.type('Skrevet uden mus');
  for (
    let i = 0;
    i < 12 &&
    !(await page.getByRole('button', { name: 'Send dit bidrag' }).evaluate((box) => box === document.activeElement));
    i += 1
  ) {
    await page.keyboard.press('Tab');
    // What has the focus is never hidden behind something that sticks to the window, and shows that it has it.
    const seen = await page.evaluate(() => {
      const at = document.activeElement;
      const box = at?.getBoundingClientRect();
      if (!at || !box) return 'nothing';
      const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
      const style = getComputedStyle(at);
      const ring = style.outlineStyle !== 'none' || style.boxShadow !== 'none';
      return top && (at.contains(top) || top.contains(at))
        ? ring
          ? 'seen'
          : `no ring: ${at.outerHTML.slice(0, 80)}`
        : `hidden: ${at.outerHTML.slice(0, 80)}`;
    });
    expect(seen).toBe('seen');
  }
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tak. Vi har modtaget dit bidrag');
});
