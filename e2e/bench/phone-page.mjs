import net from 'node:net';
import { chromium } from '@playwright/test';
import lighthouse from 'lighthouse';
import { median, openConsultation } from './product.mjs';

const RUNS = 3;
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

const freePort = () =>
  new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** The public page of a consultation with 500 comments and a map, as Lighthouse's phone on slow 4G meets it (simulated). */
export async function phonePage(product) {
  if (!process.env.CHROMIUM_PATH)
    return [{ what: 'phone page', measured: 'no Chromium found', goal: '', holds: false }];
  const consultation = await openConsultation(product, {
    visibility: 'atOnce',
    visibilityReason: 'Måling',
    area: AREA,
    title: 'Hvad skal der ske på Mejerigrunden?',
    teaser: 'Det gamle mejeri har stået tomt siden 2019. Fortæl os, hvad du ved og ønsker.',
  });
  for (let i = 0; i < 500; i += 1)
    await product.api('POST', `/public/consultations/${consultation.slug}/comments`, {
      text: `Bidrag ${i}: skolevejen skal løses først, og stien skal have lys hele året. Det har vi ventet på længe.`,
      idempotencyKey: `p${i}`,
      ...(i % 3 === 0 ? { point: { longitude: 12.08 + (i % 50) / 5000, latitude: 55.64 + (i % 30) / 5000 } } : {}),
    });
  const port = await freePort();
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH,
    args: ['--no-sandbox', '--disable-gpu', `--remote-debugging-port=${port}`],
  });
  const runs = [];
  try {
    for (let i = 0; i < RUNS; i += 1) {
      const { lhr } = await lighthouse(`${product.base.replace('127.0.0.1', 'localhost')}/f/${consultation.slug}`, {
        port,
        logLevel: 'error',
        onlyCategories: ['performance', 'accessibility'],
      });
      runs.push({
        performance: Math.round(lhr.categories.performance.score * 100),
        accessibility: Math.round(lhr.categories.accessibility.score * 100),
        lcp: lhr.audits['largest-contentful-paint'].numericValue,
        bytes: lhr.audits['total-byte-weight'].numericValue,
      });
      for (const ref of lhr.categories.accessibility.auditRefs) {
        const audit = lhr.audits[ref.id];
        if (audit.score !== null && audit.score < 1) console.error(`lighthouse: ${audit.id}: ${audit.title}`);
      }
    }
  } finally {
    await browser.close();
  }
  const of = (key) => median(runs.map((run) => run[key]));
  const row = (what, measured, goal, holds) => ({
    what: `public page, 500 comments and map, phone on slow 4G: ${what}`,
    measured,
    goal,
    holds,
  });
  return [
    row('Largest Contentful Paint (simulated)', `${(of('lcp') / 1000).toFixed(2)} s`, '< 1.5 s', of('lcp') < 1_500),
    row('transferred before the map opens', `${(of('bytes') / 1000).toFixed(1)} kB`, '< 60 kB', of('bytes') < 60_000),
    row('Lighthouse performance', `${of('performance')}`, '100', of('performance') === 100),
    row('Lighthouse accessibility', `${of('accessibility')}`, '100', of('accessibility') === 100),
  ];
}
