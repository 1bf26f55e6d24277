import { expect, openConsultation, test } from '../support/journey.ts';

test.use({ contextOptions: { forcedColors: 'active' } });

test('with forced colours a frame says where one is, and marks take the colour of the words', async ({ staff }) => {
  const { id, slug } = await openConsultation(staff.request, {});
  await staff.goto(`/forhoeringer/${id}/kodebog`);
  const tabs = staff.getByRole('navigation', { name: 'Forhøringens sider' });
  await expect(tabs.getByRole('link', { name: 'Temaer' })).toHaveCSS('outline-style', 'solid');
  await expect(tabs.getByRole('link', { name: 'Bidrag' })).toHaveCSS('outline-style', 'none');
  await staff.goto(`/f/${slug}`);
  const chip = staff.locator('.chip').first();
  const colour = await chip.evaluate((element) => getComputedStyle(element).color);
  await expect(chip.locator('.i')).toHaveCSS('stroke', colour);
});
