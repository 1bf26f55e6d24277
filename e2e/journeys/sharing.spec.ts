import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { embedSnippet } from '@forhoering/shared/consultations/embed.js';
import { expect, openConsultation, readableByEveryone, say, test } from '../support/journey.ts';

test('a planner shares a consultation: links, card, poster and box', async ({ staff: page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const draft = (await (await page.request.post('/api/v1/consultations', { data: { title: 'Kladde' } })).json()) as {
    id: string;
  };
  await page.goto(`/forhoeringer/${draft.id}/del`);
  await expect(page.getByText('Åbn forhøringen først')).toBeVisible();
  await readableByEveryone(page);

  const { id, slug } = await openConsultation(page.request);
  await page.goto(`/forhoeringer/${id}`);
  await page.getByRole('link', { name: 'Del', exact: true }).click();
  await expect(page.getByRole('img', { name: /Delekortet/ })).toHaveJSProperty('complete', true);
  await readableByEveryone(page);
  await page.getByRole('button', { name: 'Kopiér link: Facebook' }).click();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toMatch(/\/k\/[2-9a-z]{7}\?k=facebook$/);
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Plakat A4' }).click();
  expect((await saved).suggestedFilename()).toBe(`plakat-${slug}-a4.pdf`);
  // The preview is as high as what stands in it.
  await expect
    .poll(async () => page.locator('iframe').evaluate((frame: HTMLIFrameElement) => frame.style.height))
    .not.toBe('320px');
  await page.getByRole('button', { name: 'Engelsk' }).click();
  await expect(page.frameLocator('iframe').getByText('Open for comments')).toBeVisible();

  await page.goto(`${new URL(link).pathname}?k=facebook&fbclid=123&lang=en`);
  expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe(`/f/${slug}?k=facebook&lang=en`);
  expect((await page.goto('/k/zzzzzzz'))?.status()).toBe(404);
  await expect(page.getByRole('heading', { name: 'Siden findes ikke' })).toBeVisible();
});

test('the box may stand on any site and grows there; no other page may', async ({ page, baseURL }) => {
  const { id, slug } = await openConsultation(page.request);
  const pages = [
    '/',
    `/f/${slug}`,
    `/f/${slug}/kort`,
    `/f/${slug}/skriv`,
    `/f/${slug}/privatliv`,
    '/log-ind',
    '/m',
    '/start',
  ];
  for (const path of [...pages, `/forhoeringer/${id}/del`, '/findes-ikke', '/api/v1/public/organisation']) {
    const { headers } = await header(page.request, path);
    expect(headers['x-frame-options'], path).toBe('DENY');
    if (!path.startsWith('/api/')) expect(headers['content-security-policy'], path).toContain("frame-ancestors 'none'");
  }
  const box = await header(page.request, `/f/${slug}/indlejr`);
  expect(box.headers['x-frame-options']).toBeUndefined();
  expect(box.headers['content-security-policy']).toContain('frame-ancestors *');
  expect(box.headers['set-cookie']).toBeUndefined();

  const snippet = embedSnippet(`${baseURL}/f/${slug}/indlejr`, 'Forhøring');
  const site = http.createServer((_, response) =>
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      .end(`<!doctype html><html lang="da"><title>Kommunen</title><main>${snippet}</main>`),
  );
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  try {
    await page.context().clearCookies();
    await page.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}/`);
    const frame = page.frameLocator('iframe');
    await expect(frame.getByRole('heading', { level: 1 })).toBeVisible();
    await expect
      .poll(async () => page.locator('iframe').evaluate((one: HTMLIFrameElement) => one.style.height))
      .not.toBe('320px');
    const opened = page.context().waitForEvent('page');
    await frame.getByRole('link', { name: /Skriv til os/ }).click();
    expect((await opened).url()).toContain(`/f/${slug}?k=embed`);
    expect(await page.context().cookies()).toEqual([]);
  } finally {
    site.close();
  }
  await page.goto(`/f/${slug}/indlejr`);
  await readableByEveryone(page);
});

const header = async (
  request: { get: (path: string) => Promise<{ headers(): Record<string, string> }> },
  path: string,
) => ({
  headers: (await request.get(path)).headers(),
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'finding' : 'finding, without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('the list is narrowed down, and comments are found, by forms alone', async ({ page }) => {
      const word = `æbletræ${Math.random().toString(36).slice(2, 8)}`;
      const area = {
        type: 'Polygon',
        coordinates: [
          [
            [9.55, 56.17],
            [9.56, 56.17],
            [9.56, 56.18],
            [9.55, 56.17],
          ],
        ],
      };
      const { slug } = await openConsultation(page.request, {
        title: `Om ${word}`,
        area,
        visibility: 'atOnce',
        visibilityReason: 'Prøve',
        timeline: [{ step: 'adoption', when: 'Foråret 2028' }],
      });
      await openConsultation(page.request);
      await say(page.request, slug, 'Der mangler en bænk');
      await say(page.request, slug, 'Stien er for smal');
      await page.context().clearCookies();

      await page.goto('/');
      await page.getByText('Find en forhøring').click();
      await page.getByLabel('Ord', { exact: true }).fill(word.toUpperCase());
      await page.getByLabel('Tilstand').selectOption('open');
      await page.getByRole('button', { name: 'Vis' }).click();
      await expect(page.getByText('1 forhøring passer')).toBeVisible();
      await expect(page.getByRole('img', { name: 'Kort med ét område. Det står i listen.' })).toBeVisible();
      if (javaScriptEnabled) await readableByEveryone(page);
      await page.goto('/?q=findesikke&lang=en');
      await expect(page.getByText('No consultation fits.')).toBeVisible();
      if (javaScriptEnabled) await readableByEveryone(page);

      await page.goto(`/f/${slug}?lang=en`);
      await expect(page.getByText('Foråret 2028')).toBeVisible();
      await page.getByText('Find among the comments').focus();
      await page.keyboard.press('Enter');
      await page.getByLabel('Word or number').fill('bænk');
      await page.keyboard.press('Enter');
      await expect(page.getByText('1 comment fits')).toBeVisible();
      await expect(page.getByText('Der mangler en bænk')).toBeVisible();
      await expect(page.getByText('Stien er for smal')).toBeHidden();
      expect(new URL(page.url()).searchParams.get('lang')).toBe('en');
      expect(await page.locator('meta[name=robots]').getAttribute('content')).toBe('noindex, follow');
      if (javaScriptEnabled) await readableByEveryone(page);
      await page.getByRole('link', { name: 'Dansk' }).click();
      await expect(page.getByText('1 bidrag passer')).toBeVisible();
      await page.getByRole('link', { name: 'English' }).click();
      await page.getByRole('link', { name: 'Clear the filter' }).click();
      await expect(page.getByText('Stien er for smal')).toBeVisible();
    });
  });
}
