import { chromium } from '@playwright/test';
import { openConsultation, percentile } from './product.mjs';

const STORIES = 125;
const CHANNELS = ['facebook', 'instagram', 'bluesky', 'mastodon'];

/** A month with 500 posts: until all of them stand in the calendar of a page that is open. */
export async function calendar(product) {
  const consultation = await openConsultation(product);
  const draft = (i) => ({
    headline: `Historie ${i}`,
    text: 'Fortæl os det.',
    pictureId: null,
    altText: '',
    plannedOn: `2031-03-${String(1 + (i % 31)).padStart(2, '0')}T08:00`,
    posts: CHANNELS.map((channel) => ({ channel, text: 'Skriv: {link}' })),
    version: 0,
  });
  const phases = ['opening', 'halfway', 'lastDays', 'closed'];
  let id = consultation.id;
  for (let i = 0; i < STORIES; i += 1) {
    if (i > 0 && i % phases.length === 0) ({ id } = await openConsultation(product));
    await product.api('PUT', `/consultations/${id}/stories/${phases[i % phases.length]}`, draft(i));
  }
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH,
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const times = await opened(browser, product);
    const p95 = percentile(times, 95);
    return [
      {
        what: `calendar, a month with ${STORIES * CHANNELS.length} posts is opened from another month until all stand there, p95 of ${times.length} (median ${percentile(times, 50).toFixed(0)} ms)`,
        measured: `${p95.toFixed(0)} ms`,
        goal: '< 200 ms',
        holds: p95 < 200,
      },
    ];
  } finally {
    await browser.close();
  }
}

async function opened(browser, product) {
  const context = await browser.newContext();
  const [name, value] = product.cookie.split('=');
  await context.addCookies([{ name, value, url: product.base }]);
  const page = await context.newPage();
  const times = [];
  for (let i = 0; i < 20; i += 1) {
    await page.goto(`${product.base}/kalender?maaned=2031-02`);
    await page.getByRole('heading', { level: 1 }).filter({ hasText: 'februar' }).waitFor();
    await page.waitForLoadState('networkidle');
    times.push(
      await page.evaluate(
        (wanted) =>
          new Promise((resolve) => {
            const from = performance.now();
            const seen = () => {
              if (document.querySelectorAll('.entry').length < wanted) return false;
              // The frame after the one in which they were put there.
              requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - from)));
              return true;
            };
            new MutationObserver((_, observer) => seen() && observer.disconnect()).observe(document.body, {
              childList: true,
              subtree: true,
            });
            document.querySelector('a[aria-label="Næste måned"]').click();
          }),
        STORIES,
      ),
    );
  }
  return times.sort((a, b) => a - b);
}
