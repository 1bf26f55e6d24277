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
  const api = `/api/v1/consultations/${id}`;
  const tag = (await (await page.request.post(`${api}/tags`, { data: { name: LONG.slice(0, 60) } })).json()) as {
    id: string;
  };
  const { items } = (await (await page.request.get(`${api}/comments`)).json()) as { items: Array<{ id: string }> };
  await page.request.put(`/api/v1/comments/${items[0]?.id}/tags`, { data: { tagIds: [tag.id] } });
  const theme = { tagId: tag.id, outcome: 'partly', did: LONG, why: LONG, quote: '0001' };
  await page.request.put(`${api}/result`, { data: { intro: LONG, themes: [theme], version: 0 } });
  await page.request.put(`${api}/stories/opening`, {
    data: {
      headline: LONG.slice(0, 150),
      text: LONG,
      posts: [{ channel: 'bluesky', text: LONG }],
      plannedOn: '2031-03-10T07:30',
      version: 0,
    },
  });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const path of [
    '/',
    `/f/${slug}`,
    `/f/${slug}?lang=en`,
    `/f/${slug}/kort`,
    `/f/${slug}/skriv`,
    `/f/${slug}/privatliv`,
    '/spilleregler',
    '/m',
    '/start',
    '/indbakke',
    '/indbakke/standardsvar',
    '/indbakke/tal',
    '/indbakke/standardsvar',
    '/indbakke/regler',
    '/kalender?maaned=2031-03',
    '/kalender?uge=2031-03-05',
    '/kanaler',
    '/forhoeringer/ny',
    `/forhoeringer/${id}`,
    `/forhoeringer/${id}/opslag`,
    `/forhoeringer/${id}/bidrag`,
    `/forhoeringer/${id}/svar`,
    `/forhoeringer/${id}/kodebog`,
    `/forhoeringer/${id}/import`,
    `/forhoeringer/${id}/overblik`,
    `/forhoeringer/${id}/resultat`,
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
  // The result is read once the consultation has ended.
  await page.request.post(`${api}/close`);
  expect((await page.request.post(`${api}/result/publish`)).status()).toBe(200);
  await page.goto(`/f/${slug}/resultat`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Du sagde – vi gjorde');
  await readableByEveryone(page);
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
