import { type BrowserContext, type Page } from '@playwright/test';
import { BlueskyServer } from '../doubles/bluesky-server.ts';
import { expect, readableByEveryone, test } from '../support/journey.ts';

const url = process.env['E2E_BLUESKY'];
test.skip(url === undefined, 'a real Bluesky server is not installed');

async function signedIn(context: BrowserContext, who: { email: string; password: string }): Promise<Page> {
  const page = await context.newPage();
  expect((await page.request.post('/api/v1/session', { data: who })).status()).toBe(201);
  return page;
}

test('a question on Bluesky comes home, is given to Vej og Park, gets a holding reply and an answer, and both lie below it', async ({
  browser,
  request,
  staff: admin,
}) => {
  test.setTimeout(180_000);
  const server = new BlueskyServer(url);
  const [us, citizen] = [await server.join(), await server.join()];
  const api = '/api/v1';
  const password = 'fire graa gaes paa torvet';
  const someone = async (name: string, roles: string[], departmentId?: string) => {
    const email = `${name.toLowerCase()}-${Math.random().toString(36).slice(2)}@eksempel.dk`;
    const made = await (
      await admin.request.post(`${api}/accounts`, {
        data: { email, name, roles, ...(departmentId ? { departmentId } : {}) },
      })
    ).json();
    const token = String(made.oneTimeUrl).split('/').at(-1);
    const opened = await request.post(`${api}/one-time-links`, { data: { token, password } });
    expect(opened.status(), await opened.text()).toBe(201);
    return { email, password };
  };
  const department = await (
    await admin.request.post(`${api}/departments`, {
      data: { name: `Vej og Park ${Math.random().toString(36).slice(2, 6)}` },
    })
  ).json();
  const some = await signedIn(await browser.newContext(), await someone('SoMe', ['planner', 'socialMediaManager']));
  const superUser = await signedIn(
    await browser.newContext(),
    await someone('Superbruger', ['superUser'], department.id),
  );
  await some.request.post(`${api}/channel-accounts`, {
    data: { channel: 'bluesky', identifier: us.handle, secret: us.password },
  });

  // The post goes out.
  const made = await (
    await some.request.post(`${api}/consultations`, {
      data: {
        title: `Torvet ${Math.random().toString(36).slice(2, 8)}`,
        questions: [{ kind: 'text', label: 'Hvad skal torvet være?' }],
        closesAt: '2199-12-31',
        deleteOn: '2199-12-31',
        visibility: 'atOnce',
        visibilityReason: 'Prøve',
      },
    })
  ).json();
  await some.request.post(`${api}/consultations/${made.id}/publish`, { data: {} });
  await some.goto(`/forhoeringer/${made.id}/opslag`);
  await some.locator('.more button').filter({ hasText: 'Bluesky' }).click();
  const choice = some.getByLabel('Send som');
  if (await choice.isVisible()) await choice.selectOption({ label: `@${us.handle}` });
  await some.getByRole('button', { name: 'Send nu' }).click();
  await expect(some.getByRole('link', { name: 'Se opslaget' })).toBeVisible({ timeout: 30_000 });
  const [post] = await server.records(us);
  const root = { uri: post?.uri ?? '', cid: post?.cid ?? '' };

  // A citizen asks below it, and it comes home.
  const question = await server.post(citizen, 'Hvornår bliver der plantet træer?', { root, parent: root });
  await some.getByRole('button', { name: 'Hent nu' }).click();
  await expect(some.getByText('1 kommentar i registret')).toBeVisible({ timeout: 20_000 });
  await readableByEveryone(some);
  await some.goto(`/forhoeringer/${made.id}/bidrag`);
  await some.getByText('Hvornår bliver der plantet træer?').first().click();
  await expect(some.locator('a[href^="https://bsky.app/profile/"]').first()).toBeVisible();

  // It is given to Vej og Park, whose super user answers twice.
  const conversation = await expect
    .poll(async () => {
      const { items } = await (await some.request.get(`${api}/inbox?limit=200`)).json();
      return items.find((one: { consultationId: string }) => one.consultationId === made.id)?.id ?? null;
    })
    .not.toBeNull()
    .then(async () => {
      const { items } = await (await some.request.get(`${api}/inbox?limit=200`)).json();
      return items.find((one: { consultationId: string }) => one.consultationId === made.id).id as string;
    });
  await some.request.post(`${api}/inbox/${conversation}/assign`, { data: { departmentId: department.id } });
  await superUser.goto(`/indbakke?samtale=${conversation}`);
  await superUser.getByText('Hvornår bliver der plantet træer?').first().click();
  await superUser.getByRole('button', { name: 'Foreløbigt svar', exact: true }).click();
  await expect(superUser.getByText(/under spørgsmålet, som @/)).toBeVisible();
  await readableByEveryone(superUser);
  await superUser.getByRole('button', { name: /Send foreløbigt svar/ }).click();
  const replies = async (): Promise<string[]> =>
    (await server.records(us))
      .filter(({ value }) => (value['reply'] as { parent?: { uri: string } } | undefined)?.parent?.uri === question.uri)
      .map(({ value }) => String(value['text']));
  await expect.poll(replies, { timeout: 30_000 }).toHaveLength(1);
  await expect(superUser.getByText(/Står på .*Bluesky, under spørgsmålet/)).toBeVisible();
  const box = superUser.getByRole('textbox', { name: 'Svar', exact: true });
  await box.fill('å'.repeat(320));
  await expect(superUser.getByText(/tegn for langt til Bluesky/)).toBeVisible();
  await box.fill('I november. Vi planter 40 egetræer.');
  await superUser.getByRole('button', { name: /^Send svar/ }).click();
  await expect.poll(replies, { timeout: 30_000 }).toHaveLength(2);
  expect((await replies()).some((text) => text.startsWith('I november. Vi planter 40 egetræer.\n\n'))).toBe(true);
  await expect
    .poll(async () => (await (await some.request.get(`${api}/inbox/${conversation}`)).json()).state)
    .toBe('answered');
  const times = await (await some.request.get(`${api}/response-times?consultationId=${made.id}`)).json();
  expect(times.total).toMatchObject({ fullAnswered: 1 });
  await some.goto(`/forhoeringer/${made.id}/overblik`);
  await expect(some.getByRole('heading', { name: 'Hvad kanalerne gav' })).toBeVisible();
  await readableByEveryone(some);
});
