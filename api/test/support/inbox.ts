import { expect } from '@jest/globals';
import type { ConversationItem } from '@forhoering/shared/contracts/inbox.contract.js';
import type { Client, TestApp } from './app.js';
import { until } from './until.js';

export interface Staffed {
  id: string;
  user: Client;
  accountId: string;
}
export interface Asked {
  token: string;
  number: string;
  conversation: ConversationItem;
}

/** A municipality with a planner, two departments with a super user each, and an open consultation of the first. */
export class InboxWorld {
  readonly admin: Client;
  readonly planner: Client;
  readonly roads: Staffed;
  readonly parks: Staffed;
  readonly consultation: { id: string; slug: string };

  private constructor(
    private readonly t: TestApp,
    made: Pick<InboxWorld, 'admin' | 'planner' | 'roads' | 'parks' | 'consultation'>,
  ) {
    ({
      admin: this.admin,
      planner: this.planner,
      roads: this.roads,
      parks: this.parks,
      consultation: this.consultation,
    } = made);
  }

  static async make(t: TestApp): Promise<InboxWorld> {
    const admin = await t.admin();
    const planner = await t.person(['planner']);
    const roads = await staffed(t, admin, 'Vej og Park');
    const parks = await staffed(t, admin, 'Natur');
    const { body } = await planner.post('/consultations', {
      title: 'Spørg os',
      questions: [{ kind: 'text', label: 'Hvad?' }],
      closesAt: '2199-12-31',
      deleteOn: '2199-12-31',
      visibility: 'atOnce',
      visibilityReason: 'Prøve',
      allowReplies: true,
      departmentId: roads.id,
    });
    await planner.post(`/consultations/${body.id}/publish`);
    return new InboxWorld(t, { admin, planner, roads, parks, consultation: body });
  }

  /** A citizen asks; gives the conversation that comes of it. */
  async ask(text: string, more: object = {}): Promise<Asked> {
    const sent = await this.t.as().post(`/public/consultations/${this.consultation.slug}/comments`, { text, ...more });
    expect(sent.status).toBe(201);
    const { number } = sent.body as { number: string };
    const conversation = await until(
      async () => (await this.due()).find((one) => one.number === number),
      (one) => one !== undefined,
    );
    if (!conversation) throw new Error('no conversation');
    return { token: String(sent.body.privateUrl).split('/').at(-1) ?? '', number, conversation };
  }

  async due(who: Client = this.planner): Promise<ConversationItem[]> {
    return (await who.get('/inbox?limit=200')).body.items as ConversationItem[];
  }

  async privately(token: string): Promise<{ answers: Array<{ text: string }> }> {
    return (await this.t.as().get(`/public/private-links/${token}`)).body as { answers: Array<{ text: string }> };
  }

  async shownAnswers(number: string): Promise<Array<{ text: string }>> {
    const { items } = (await this.t.as().get(`/public/consultations/${this.consultation.slug}/comments`)).body;
    return items.find((one: { number: string }) => one.number === number)?.answers ?? [];
  }
}

async function staffed(t: TestApp, admin: Client, name: string): Promise<Staffed> {
  const made = await admin.post('/departments', { name: `${name} ${Math.random().toString(36).slice(2)}` });
  const email = `${Math.random().toString(36).slice(2)}@eksempel.dk`;
  const user = await t.person(['superUser'], email);
  const account = (await admin.get('/accounts')).body.items.find((one: { email: string }) => one.email === email);
  await admin.patch(`/accounts/${account.id}`, { departmentId: made.body.id, version: account.version });
  return { id: made.body.id, user, accountId: account.id };
}
