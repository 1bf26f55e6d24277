import AxeBuilder from '@axe-core/playwright';
import { expect, test as base, type APIRequestContext, type Page } from '@playwright/test';
import { ADMIN } from './server.ts';

export const test = base.extend<{ staff: Page }>({
  /** A page that is signed in as somebody with every role. */
  staff: async ({ page }, use) => {
    const answer = await page.request.post('/api/v1/session', { data: ADMIN });
    expect(answer.status()).toBe(201);
    await use(page);
  },
});
export { expect };

/** No violation of WCAG 2.2 AA that axe can see, and nothing that makes the page scroll sideways. */
export async function readableByEveryone(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(
    violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .map((node) => node.target.join(' '))
          .slice(0, 3)
          .join(' | ')}`,
    ),
  ).toEqual([]);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
}

export interface Opened {
  id: string;
  slug: string;
}

/** An open consultation, made by the API: for journeys that are about something else. */
export async function openConsultation(request: APIRequestContext, more: object = {}): Promise<Opened> {
  await request.post('/api/v1/session', { data: ADMIN });
  const draft = {
    title: `Prøve ${Math.random().toString(36).slice(2, 8)}`,
    teaser: 'En prøve.',
    questions: [{ kind: 'text', label: 'Hvad synes du?' }],
    closesAt: '2199-12-31',
    deleteOn: '2199-12-31',
    contact: 'Plan og Byg, tlf. 70 00 01 14',
    ...more,
  };
  const made = (await (await request.post('/api/v1/consultations', { data: draft })).json()) as Opened;
  expect((await request.post(`/api/v1/consultations/${made.id}/publish`, { data: {} })).status()).toBe(200);
  return { id: made.id, slug: made.slug };
}

export const say = (request: APIRequestContext, slug: string, text: string) =>
  request.post(`/api/v1/public/consultations/${slug}/comments`, { data: { text } });

/** A draft with these fields. */
export async function draft(page: import('@playwright/test').Page, data: object): Promise<{ id: string }> {
  return (await (await page.request.post('/api/v1/consultations', { data })).json()) as { id: string };
}
