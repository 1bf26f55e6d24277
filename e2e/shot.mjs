import { chromium } from '@playwright/test';
const [, , base, ...paths] = process.argv;
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
const login = process.env.LOGIN;
for (const [name, vp] of [
  ['desktop', { width: 1440, height: 900 }],
  ['phone', { width: 390, height: 844 }],
]) {
  if (process.env.ONLY && process.env.ONLY !== name) continue;
  const ctx = await browser.newContext({ viewport: vp, locale: 'da-DK', timezoneId: 'Europe/Copenhagen' });
  const page = await ctx.newPage();
  page.on('console', (m) => m.type() === 'error' && console.log('console', m.text()));
  page.on('pageerror', (e) => console.log('pageerror', e.message));
  if (login) {
    const [email, password] = login.split('|');
    await ctx.request.post(base + '/api/v1/session', { data: { email, password } });
  }
  for (const p of paths) {
    await page.goto(base + p, { waitUntil: 'networkidle' });
    await page.waitForTimeout(300);
    await page.screenshot({
      path: '/tmp/shots/' + name + p.replace(/[^a-z0-9]+/gi, '_').slice(0, 60) + '.png',
      fullPage: !process.env.VIEW,
    });
  }
  await ctx.close();
}
await browser.close();
