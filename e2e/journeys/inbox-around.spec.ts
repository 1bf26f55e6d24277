import { expect, openConsultation, readableByEveryone, test } from '../support/journey.ts';

test('beside a question lie its place and its themes, set by keys without leaving the inbox', async ({ staff }) => {
  const { id, slug } = await openConsultation(staff.request, {});
  const api = '/api/v1';
  for (const data of [
    { name: 'Trafik', key: 't' },
    { name: 'Grønne områder', key: 'g' },
  ])
    expect((await staff.request.post(`${api}/consultations/${id}/tags`, { data })).status()).toBe(201);
  const text = `Hvornår kommer der et fodgængerfelt ${Math.random().toString(36).slice(2, 8)}?`;
  const sent = await staff.request.post(`${api}/public/consultations/${slug}/comments`, {
    data: { text, place: 'Krydset ved skolen', point: { longitude: 12.0803, latitude: 55.6415 } },
  });
  expect(sent.status(), await sent.text()).toBe(201);

  await staff.goto('/indbakke');
  await staff.locator('.list .item', { hasText: text }).click();
  const side = staff.locator('.side-pane');
  await expect(side).toContainText('Krydset ved skolen');
  await side.getByText('Nål på kortet').click();
  await expect(side.getByRole('img', { name: 'Kort med borgerens nål' })).toBeVisible();

  // T alone takes the conversation; after E it is the theme's key.
  await staff.keyboard.press('e');
  await expect(side.getByText('Tryk på temaets tast')).toBeVisible();
  await readableByEveryone(staff);
  await staff.keyboard.press('t');
  await expect(side.getByRole('button', { name: 'Trafik' })).toHaveAttribute('aria-pressed', 'true');
  await expect(side.locator('.holder')).toContainText('Ingen har den endnu');
  await staff.keyboard.press('g');
  await staff.keyboard.press('Escape');
  await expect(staff.locator('.said .chip')).toHaveText(['Trafik', 'Grønne områder']);
  await staff.keyboard.press('t');
  await expect(side.locator('.holder')).not.toContainText('Ingen har den endnu');
  await side.getByRole('button', { name: 'Trafik' }).click();
  await expect(staff.locator('.said .chip')).toHaveText(['Grønne områder']);
  const [comment] = (await (await staff.request.get(`${api}/consultations/${id}/comments`)).json()).items;
  expect(comment.tagIds).toHaveLength(1);
});
