import { deflateSync } from 'node:zlib';
import { expect, openConsultation, readableByEveryone, test } from '../support/journey.ts';

const AREA = {
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

/** A real PNG of one colour, made here: no file to carry. */
function png(width = 64, height = 48): Buffer {
  const table = Array.from({ length: 256 }, (_, n) => {
    let c = n;
    for (let k = 0; k < 8; k += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
    return c >>> 0;
  });
  const crc = (bytes: Buffer): number => {
    let c = 0xffffffff;
    for (const byte of bytes) c = (table[(c ^ byte) & 0xff] ?? 0) ^ (c >>> 8);
    return (c ^ 0xffffffff) >>> 0;
  };
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const out = Buffer.alloc(body.length + 8);
    out.writeUInt32BE(data.length, 0);
    body.copy(out, 4);
    out.writeUInt32BE(crc(body), body.length + 4);
    return out;
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(width * 3, 90)]);
  const pixels = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)));
  const magic = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([magic, chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]);
}
const file = (name: string) => ({ name, mimeType: 'image/png', buffer: png() });

test('a pin by keys alone and a photo; others see both when a person has looked', async ({ page }) => {
  const { id, slug } = await openConsultation(page.request, { area: AREA });
  await page.goto(`/f/${slug}`);
  await expect(page.getByRole('img', { name: 'Kort over området.' })).toBeVisible();
  await page.getByLabel('Hvad skal vi vide?').fill('Her er der et hul i vejen');
  await page.getByText('Skriv, hvor det er').click();
  await page.getByRole('button', { name: 'Sæt en nål på et kort' }).press('Enter');
  await expect(page.getByRole('application', { name: 'Kort' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('button', { name: 'Sæt nålen midt på kortet' }).press('Enter');
  await expect(page.getByText('Nålen er sat.')).toBeVisible();
  await page.getByText('Tilføj billeder').click();
  await readableByEveryone(page);
  await page
    .getByLabel('Billeder', { exact: true })
    .setInputFiles(['a', 'b', 'c', 'd'].map((one) => file(`${one}.png`)));
  await expect(page.getByText('Vælg højst 3 billeder.')).toBeVisible();
  await page.getByLabel('Billeder', { exact: true }).setInputFiles([file('hul.png')]);
  await page.getByRole('button', { name: 'Send dit bidrag' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tak. Vi har modtaget dit bidrag');
  await expect(page.getByText('Billederne vises, når en medarbejder har set dem.')).toBeVisible();

  await page.goto(`/forhoeringer/${id}/bidrag`);
  await page.getByText('Her er der et hul i vejen').first().click();
  await readableByEveryone(page);
  await page.getByLabel('Hvad viser billedet?').fill('Et dybt hul i asfalten');
  await page.getByRole('button', { name: 'Vis billedet' }).click();
  await expect(page.getByText('Billedet vises nu for alle')).toBeVisible();
  await page.getByRole('button', { name: /^Vis for alle/ }).click();
  await expect(page.getByText(/er vist for alle/)).toBeVisible();

  await page.goto(`/f/${slug}`);
  await expect(page.getByRole('img', { name: 'Et dybt hul i asfalten' })).toBeVisible();
  await readableByEveryone(page);
  await page.getByRole('link', { name: 'Se ét sted på kortet' }).click();
  await expect(page.getByText('Her er der et hul i vejen')).toBeVisible();
  await expect(page.locator('.leaflet-marker-icon')).toBeVisible();
  await readableByEveryone(page);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('photos survive a refusal, and one of them is left out again', async ({ page, request }) => {
    const { id, slug } = await openConsultation(request);
    await page.goto(`/f/${slug}`);
    await page.getByText('Tilføj billeder').click();
    await page.getByLabel('Billeder', { exact: true }).setInputFiles([file('a.png'), file('b.png')]);
    await page.getByRole('button', { name: 'Send dit bidrag' }).click();
    await expect(page.getByRole('alert')).toContainText('Skriv mindst ét ord');
    await expect(page.getByText('2 billeder er med')).toBeVisible();
    await page.getByLabel('Behold billede 2').uncheck();
    await page
      .getByLabel('Billeder', { exact: true })
      .setInputFiles({ name: 'x.heic', mimeType: 'image/heic', buffer: Buffer.from('0000ftypheic0000') });
    await page.getByLabel('Hvad skal vi vide?').fill('Uden script, med billede');
    await page.getByRole('button', { name: 'Send dit bidrag' }).click();
    await expect(page.getByRole('alert')).toContainText('Vi kan ikke åbne HEIC');
    await expect(page.getByText('Ét billede er med')).toBeVisible();
    await page.getByRole('button', { name: 'Send dit bidrag' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tak. Vi har modtaget dit bidrag');
    const { items } = (await (await request.get(`/api/v1/consultations/${id}/comments`)).json()) as {
      items: Array<{ photosWaiting: number }>;
    };
    expect(items.map(({ photosWaiting }) => photosWaiting)).toEqual([1]);
  });
});
