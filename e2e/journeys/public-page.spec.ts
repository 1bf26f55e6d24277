import { expect, openConsultation, readableByEveryone, say, test } from '../support/journey.ts';

test('the public page is the same bytes for everyone, and only what is known makes another page', async ({
  request,
  playwright,
  baseURL,
}) => {
  const { id, slug } = await openConsultation(request);
  const stranger = await playwright.request.newContext({
    ...(baseURL ? { baseURL } : {}),
    extraHTTPHeaders: { cookie: 'a=b', 'user-agent': 'Other', 'accept-language': 'en' },
  });
  const plain = await (await request.get(`/f/${slug}`)).text();
  for (const query of ['', '?k=facebook', '?fbclid=123&utm_source=x', '?k=facebook&gclid=1', '?before=x'])
    expect(await (await stranger.get(`/f/${slug}${query}`)).text()).toBe(plain);
  expect(await (await stranger.get(`/f/${slug}?lang=en`)).text()).not.toBe(plain);
  const answer = await stranger.get(`/f/${slug}`);
  expect(answer.headers()['set-cookie']).toBeUndefined();
  expect(answer.headers()['cache-control']).toBe('public, no-cache');
  const again = await stranger.get(`/f/${slug}`, { headers: { 'if-none-match': answer.headers()['etag'] ?? '' } });
  expect(again.status()).toBe(304);
  // Reading needs no script: what runs are files of our own for form and map; what search engines read runs nothing.
  expect([...plain.matchAll(/<script[^>]*>/g)].map(([tag]) => tag).sort()).toEqual([
    '<script type="application/ld+json">',
    '<script type="module" src="/skriv.js">',
  ]);
  for (const tag of ['og:title', 'og:description', 'og:url', 'og:image', 'og:image:alt', 'summary_large_image'])
    expect(plain).toContain(tag);
  await expect
    .poll(
      async () =>
        ((await (await request.get(`/api/v1/consultations/${id}/overview`)).json()) as { perLink: unknown[] }).perLink,
      { timeout: 8_000 },
    )
    .toEqual([{ via: 'facebook', visits: 2, comments: 0 }]);
  await stranger.dispose();
});

test('what is hidden leaves the page at once, and a closed page says so by the clock', async ({ request }) => {
  const { id, slug } = await openConsultation(request, { visibility: 'atOnce', visibilityReason: 'Prøve' });
  await say(request, slug, 'Kan ses straks');
  await expect.poll(async () => (await (await request.get(`/f/${slug}`)).text()).includes('Kan ses straks')).toBe(true);
  const { items } = (await (await request.get(`/api/v1/consultations/${id}/comments`)).json()) as {
    items: Array<{ id: string }>;
  };
  await request.post(`/api/v1/comments/${items[0]?.id}/decision`, { data: { action: 'hide', reason: 'Reklame' } });
  expect(await (await request.get(`/f/${slug}`)).text()).not.toContain('Kan ses straks');
  const soon = await openConsultation(request, { closesAt: new Date(Date.now() + 2_500).toISOString() });
  expect(await (await request.get(`/f/${soon.slug}`)).text()).toContain('Åben for bidrag');
  await expect
    .poll(async () => (await (await request.get(`/f/${soon.slug}`)).text()).includes('Forhøringen er lukket'), {
      timeout: 8_000,
    })
    .toBe(true);
});

test('a form that is none is the sender’s slip, not an error of ours', async ({ request }) => {
  const { slug } = await openConsultation(request);
  for (const type of ['text/plain', 'multipart/form-data', 'multipart/form-data; boundary=b']) {
    const answer = await request.post(`/f/${slug}/skriv`, {
      data: Buffer.from('x'),
      headers: { 'content-type': type },
    });
    expect(answer.status()).toBe(400);
  }
});

test('a form from a foreign page is refused', async ({ request, baseURL }) => {
  const { slug } = await openConsultation(request);
  const refused = await request.post(`/f/${slug}/skriv`, {
    form: { text: 'Fra en anden side' },
    headers: { origin: 'https://ond.example', 'sec-fetch-site': 'cross-site' },
  });
  expect(refused.status()).toBe(403);
  const fine = await request.post(`/f/${slug}/skriv`, {
    form: { text: 'Herfra' },
    headers: { origin: baseURL ?? '' },
    maxRedirects: 0,
  });
  expect(fine.status()).toBe(303);
});

test('how people talk here, and why a comment is hidden, can be read beforehand', async ({ page, request }) => {
  const { slug } = await openConsultation(request, {});
  await page.goto(`/f/${slug}`);
  await page.getByRole('link', { name: 'Spilleregler' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sådan taler vi sammen');
  await expect(page.getByText('Sårende eller truende')).toBeVisible();
  await readableByEveryone(page);
  await page.getByRole('link', { name: 'English' }).click();
  await expect(page.getByText('Hurtful or threatening')).toBeVisible();
  await readableByEveryone(page);
});
