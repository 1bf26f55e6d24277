// `npm run screenshots`: pictures of every page with the demo's data, phone and desktop, into docs/pictures.
import { fork } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium } from '@playwright/test';

const root = path.resolve(import.meta.dirname, '..');
const target = path.join(root, 'docs/pictures');
const PORT = Number(process.env.SHOTS_PORT ?? 4423);
const BASE = `http://localhost:${PORT}`;
const PASSWORD = 'fire-graa-gaes-paa-torvet';

const dataDir = mkdtempSync(path.join(os.tmpdir(), 'forhoering-shots-'));
chmodSync(dataDir, 0o755);
const product = fork(path.join(root, 'api/dist/start.js'), [], {
  env: { ...process.env, DATA_DIR: dataDir, PORT: String(PORT), DEMO: '1' },
  stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
});
await new Promise((resolve, reject) => {
  product.on('message', (message) => message.type === 'ready' && resolve());
  product.once('exit', (code) => reject(new Error(`the product ended (${code})`)));
});
mkdirSync(target, { recursive: true });
let browser;
try {
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  const find = await browser.newContext();
  await find.request.post(`${BASE}/api/v1/session`, {
    data: { email: 'planlaegger@noerreskov.example', password: PASSWORD },
  });
  const { items } = await (await find.request.get(`${BASE}/api/v1/consultations`)).json();
  const draft = items.find((one) => one.state === 'draft').id;
  const { id, slug } = items.find((one) => one.title.includes('Mejerigrunden'));
  const ended = items.find((one) => one.state === 'closed');
  const receipt = await (
    await find.request.post(`${BASE}/api/v1/public/consultations/${slug}/comments`, {
      data: {
        text: 'Om morgenen er der kaos ved udkørslen fra Skolestien. Bilerne holder på cykelstien.',
        name: 'Birgitte Ølgaard',
      },
    })
  ).json();
  const token = receipt.privateUrl.split('/m/')[1];
  const pages = [
    ['forhoering', `/f/${slug}`, null, 2600],
    ['forhoeringer', '/', null],
    ['boks', `/f/${slug}/indlejr`, null],
    ['kvittering', `/m/${token}?tak`, null],
    ['privat-link', `/m/${token}`, null],
    ['log-ind', '/log-ind', null],
    ['start', '/start', 'planlaegger'],
    ['ny-forhoering', '/forhoeringer/ny', 'planlaegger'],
    ['kladde', `/forhoeringer/${draft}`, 'planlaegger'],
    ['opsaetning', `/forhoeringer/${id}`, 'planlaegger'],
    ['bidrag', `/forhoeringer/${id}/bidrag`, 'sagsbehandler', 0],
    ['kort', `/f/${slug}/kort`, null],
    ['resultat', `/f/${ended.slug}/resultat`, null, 1800],
    ['resultat-skrives', `/forhoeringer/${ended.id}/resultat`, 'planlaegger'],
    ['opslag', `/forhoeringer/${id}/opslag?fase=lastDays`, 'planlaegger'],
    ['kalender', '/kalender', 'planlaegger'],
    ['kanaler', '/kanaler', 'admin'],
    ['spilleregler', '/spilleregler', null],
    ['svar', `/forhoeringer/${id}/svar`, 'superbruger'],
    ['indbakke', '/indbakke', 'planlaegger'],
    ['svartider', '/indbakke/tal', 'planlaegger'],
    ['regler', '/indbakke/regler', 'admin'],
    ['del', `/forhoeringer/${id}/del`, 'planlaegger'],
    ['temaer', `/forhoeringer/${id}/kodebog`, 'sagsbehandler'],
    ['import', `/forhoeringer/${id}/import`, 'sagsbehandler'],
    ['overblik', `/forhoeringer/${id}/overblik`, 'sagsbehandler'],
    ['rapport', `/forhoeringer/${id}/rapport`, 'sagsbehandler'],
    ['brugere', '/brugere', 'admin'],
    ['kommunen', '/kommunen', 'admin'],
    ['log', '/log', 'dpo', 1200],
    ['mig', '/mig', 'planlaegger'],
  ];
  for (const [size, viewport] of [
    ['skaerm', { width: 1440, height: 900 }],
    ['telefon', { width: 390, height: 844 }],
  ]) {
    for (const [name, url, who, height] of pages) {
      const context = await browser.newContext({
        viewport,
        locale: 'da-DK',
        timezoneId: 'Europe/Copenhagen',
        isMobile: size === 'telefon',
      });
      if (who)
        await context.request.post(`${BASE}/api/v1/session`, {
          data: { email: `${who}@noerreskov.example`, password: PASSWORD },
        });
      const page = await context.newPage();
      await page.goto(BASE + url, { waitUntil: 'networkidle' });
      await page.waitForTimeout(300);
      const full = await page.evaluate(() => document.documentElement.scrollHeight);
      // The window is made as high as the page: what sticks to its lower edge then lies where the page ends.
      if (height !== 0) await page.setViewportSize({ ...viewport, height: Math.min(full, height ?? 2200) });
      await page.screenshot({ path: path.join(target, `${name}-${size}.png`) });
      await context.close();
    }
  }
} finally {
  await browser?.close();
  product.kill('SIGTERM');
  await new Promise((resolve) => product.once('exit', resolve));
  rmSync(dataDir, { recursive: true, force: true });
}
console.log(`Pictures are in ${path.relative(process.cwd(), target)}`);
