import { expect, openConsultation, readableByEveryone, test } from '../support/journey.ts';

test.describe('a citizen with a phone', () => {
  test('reads, writes, gets a number and a private link, and follows what happens', async ({ page, request }) => {
    const { id, slug } = await openConsultation(request, { canInfluence: ['Stier og træer'], settled: ['Åen bliver'] });
    await page.goto(`/f/${slug}?k=facebook&fbclid=abc`);
    await expect(page.getByText('Åben for bidrag')).toBeVisible();
    await readableByEveryone(page);
    await page.getByLabel('Hvad skal vi vide?').fill('Om morgenen er der kaos ved udkørslen.');
    await expect(page.getByText('38 af 5.000 tegn')).toBeVisible();
    await page.getByText('Navn og mail').click();
    await page.getByLabel('Navn (valgfrit)', { exact: true }).fill('Birgitte Ølgaard');
    await page.getByRole('button', { name: 'Send dit bidrag' }).click();
    await expect(page.getByRole('heading', { name: 'Tak. Vi har modtaget dit bidrag' })).toBeVisible();
    await expect(page.getByText(/^F-\d{4}-\d{3}-0001$/)).toBeVisible();
    await readableByEveryone(page);
    const privateLink = page.url().replace('?tak', '');
    await page.goto(privateLink);
    await expect(page.locator('.chip', { hasText: 'Vi læser det' })).toBeVisible();
    await readableByEveryone(page);
    const { items } = (await (await request.get(`/api/v1/consultations/${id}/comments`)).json()) as {
      items: Array<{ id: string }>;
    };
    const detail = (await (await request.get(`/api/v1/comments/${items[0]?.id}`)).json()) as { via: string };
    expect(detail.via).toBe('facebook');
    await request.post(`/api/v1/comments/${items[0]?.id}/decision`, { data: { action: 'publish' } });
    await page.reload();
    await expect(page.getByText('Kan læses af alle')).toBeVisible();
    await page.goto(`/f/${slug}`);
    await expect(page.getByRole('article').getByText('Birgitte Ølgaard')).toBeVisible();
  });

  test('keeps a draft through a closed tab, and a double click sends once', async ({ page, request, context }) => {
    const { id, slug } = await openConsultation(request);
    await page.goto(`/f/${slug}`);
    await page.getByLabel('Hvad skal vi vide?').fill('Halvfærdig tanke');
    await page.close();
    const again = await context.newPage();
    await again.goto(`/f/${slug}`);
    await expect(again.getByLabel('Hvad skal vi vide?')).toHaveValue('Halvfærdig tanke');
    await expect(again.getByText('Din kladde fra sidst er her stadig.')).toBeVisible();
    await again.getByRole('button', { name: 'Send dit bidrag' }).dblclick();
    await expect(again.getByRole('heading', { name: /Tak/ })).toBeVisible();
    const { items } = (await (await request.get(`/api/v1/consultations/${id}/comments`)).json()) as {
      items: unknown[];
    };
    expect(items).toHaveLength(1);
    // The receipt's script has run when its button is there; it takes the draft away.
    await expect(again.getByRole('button', { name: 'Kopiér link' })).toBeVisible();
    await again.goto(`/f/${slug}`);
    await expect(again.getByLabel('Hvad skal vi vide?')).toHaveValue('');
  });

  test('is told what is held back and why', async ({ page, request }) => {
    const { slug } = await openConsultation(request);
    await page.goto(`/f/${slug}`);
    await page.getByLabel('Hvad skal vi vide?').fill('Jeg hedder Per, cpr 010190-1234.');
    await page.getByRole('button', { name: 'Send dit bidrag' }).click();
    await expect(page.getByText('et cpr-nummer')).toBeVisible();
    await readableByEveryone(page);
  });

  test('keeps what was typed when something must be corrected', async ({ page, request }) => {
    const { slug } = await openConsultation(request);
    await page.goto(`/f/${slug}`);
    await page.getByLabel('Hvad skal vi vide?').fill('Mere lys på stien');
    await page.getByText('Navn og mail').click();
    await page.getByLabel('Mail').fill('inger@eksempel');
    await page.getByRole('button', { name: 'Send dit bidrag' }).click();
    await expect(page.getByRole('alert')).toContainText('Én ting skal rettes');
    await expect(page.getByLabel('Hvad skal vi vide?')).toHaveValue('Mere lys på stien');
    await expect(page.getByLabel('Mail')).toHaveValue('inger@eksempel');
    await readableByEveryone(page);
    await page.getByLabel('Mail').fill('inger@eksempel.dk');
    await page.getByRole('button', { name: 'Send dit bidrag' }).click();
    await expect(page.getByRole('heading', { name: /Tak/ })).toBeVisible();
  });

  test('changes the language without losing a word', async ({ page, request }) => {
    const { slug } = await openConsultation(request);
    await page.goto(`/f/${slug}`);
    await page.getByLabel('Hvad skal vi vide?').fill('Halvt på dansk');
    await page.getByRole('link', { name: 'English' }).click();
    await expect(page.getByLabel('What should we know?')).toHaveValue('Halvt på dansk');
  });

  test('meets each state of the page', async ({ page, request }) => {
    const open = await openConsultation(request, { visibility: 'staffOnly' });
    await page.goto(`/f/${open.slug}`);
    await expect(page.getByText('bliver kun læst af kommunen').first()).toBeVisible();
    await readableByEveryone(page);
    await request.post(`/api/v1/consultations/${open.id}/close`, { data: {} });
    // Every process hears of it a moment after the answer: the page may be the one from before for that long.
    await expect(async () => {
      await page.goto(`/f/${open.slug}`);
      await expect(page.getByRole('heading', { name: 'Forhøringen er lukket' })).toBeVisible({ timeout: 500 });
    }).toPass({ timeout: 10_000 });
    await readableByEveryone(page);
    await page.goto(`/f/${open.slug}?lang=en`);
    await expect(page.getByRole('heading', { name: 'The consultation is closed' })).toBeVisible();
    await readableByEveryone(page);
    const later = await openConsultation(request, { opensAt: '2198-01-01' });
    await page.goto(`/f/${later.slug}`);
    await expect(page.getByText(/^Åbner \S+ 1\. januar 2198 kl\. 00\.00$/)).toBeVisible();
    for (const path of ['/', `/f/${later.slug}/privatliv`, '/was', '/f/findes-ikke', '/m/forkert', '/log-ind']) {
      await page.goto(path);
      await readableByEveryone(page);
    }
  });
});

test.describe('without JavaScript, by phone', () => {
  test.use({ javaScriptEnabled: false });
  test('everything works, and the same text twice is one comment', async ({ page, request }) => {
    const { id, slug } = await openConsultation(request);
    for (let i = 0; i < 2; i += 1) {
      await page.goto(`/f/${slug}`);
      await page.getByLabel('Hvad skal vi vide?').fill('Uden script');
      await page.getByRole('button', { name: 'Send dit bidrag' }).click();
      await expect(page.getByRole('heading', { name: /Tak/ })).toBeVisible();
    }
    const { items } = (await (await request.get(`/api/v1/consultations/${id}/comments`)).json()) as {
      items: unknown[];
    };
    expect(items).toHaveLength(1);
  });

  test('changes the language without losing a word', async ({ page, request }) => {
    const { slug } = await openConsultation(request);
    await page.goto(`/f/${slug}`);
    await page.getByLabel('Hvad skal vi vide?').fill('Halvt på dansk');
    await page.getByRole('button', { name: 'Fortsæt på engelsk. Din tekst følger med' }).click();
    await expect(page.getByLabel('What should we know?')).toHaveValue('Halvt på dansk');
    await expect(page.getByRole('alert')).toHaveCount(0);
  });

  test('an empty text comes back with what to do', async ({ page, request }) => {
    const { slug } = await openConsultation(request);
    await page.goto(`/f/${slug}`);
    await page.getByRole('button', { name: 'Send dit bidrag' }).click();
    await expect(page.getByRole('alert')).toContainText('Skriv mindst ét ord');
  });
});
