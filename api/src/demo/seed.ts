import { Readable } from 'node:stream';
import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import type { EntryChannel } from '@forhoering/shared/comments/comment-states.js';
import type { Role } from '@forhoering/shared/contracts/access.contract.js';
import { ROLE_DA } from '@forhoering/shared/i18n/labels.da.js';
import { AppModule } from '../app.module.js';
import { CommentReaderService } from '../comments/comment-reader.service.js';
import { CommentsService } from '../comments/comments.service.js';
import { ImportRunner } from '../comments/import/import-runner.service.js';
import { ImportService } from '../comments/import/import.service.js';
import { LinkVisitsService } from '../consultations/link-visits.service.js';
import { NewConsultationsService } from '../consultations/new-consultations.service.js';
import { ConsultationsService } from '../consultations/consultations.service.js';
import { TemplatesService } from '../consultations/templates/templates.service.js';
import { AccountService } from '../identity/account.service.js';
import { OneTimeLinkService } from '../identity/one-time-link.service.js';
import { ModerationService } from '../moderation/moderation.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import type { Config } from '../platform/config/config.js';
import type { SignedIn } from '../platform/http/access.js';
import { Jobs } from '../platform/jobs/jobs.service.js';
import type { KeyRing } from '../platform/keys/keys.js';
import { QUEUES } from '../queues.js';
import { TagsService } from '../tagging/tags.service.js';
import { writeStory } from './publishing.js';
import { tellResult } from './telling.js';
import { answerQuestions } from './answering.js';
import { joinIn, placeOf } from './joining-in.js';
import { CONSULTATIONS, dayFrom, PEOPLE, type DemoConsultation } from './plan.js';
import { CAMPAIGN, NAMES } from './texts.js';

const DAY_MS = 86_400_000;
/** A day's comments come at three times of it, three hours and a bit apart. */
const PARTS_OF_DAY = 3;
const PART_DAYS = 3.3 / 24;
export const DEMO_PASSWORD = 'fire-graa-gaes-paa-torvet';

/** Who can sign in, for the one who started the demo. */
export type DemoAccounts = Array<{ email: string; role: string }>;

/**
 * Fills an empty installation with a believable one, through the real services: what the demo shows is what the product does.
 * Days are made by moving the product's clock. @returns the accounts; an installation that has any account is left alone
 */
export async function seedDemo(config: Config, keys: KeyRing): Promise<DemoAccounts> {
  const accounts = PEOPLE.map(({ email, role }) => ({ email, role: ROLE_DA[role] }));
  const first = await at(config, keys, -16, async (app) =>
    (await app.get(AccountService).list()).length > 0 ? null : new People().settle(app),
  );
  if (!first) return accounts;
  for (const plan of CONSULTATIONS) {
    const made = await at(config, keys, plan.opensDay - PARTS_OF_DAY * PART_DAYS, (app) => open(app, first, plan));
    for (let day = plan.opensDay; day <= Math.min(plan.lastDay, 0); day += 1)
      for (let part = 0; part < PARTS_OF_DAY; part += 1)
        await at(config, keys, day - (PARTS_OF_DAY - 1 - part) * PART_DAYS, (app) =>
          liveSomeHours(app, first, plan, made, { day, part }),
        );
    const { result } = plan;
    if (result) await at(config, keys, result.day, (app) => tellResult(app, first.planner, result, made));
  }
  return accounts;
}

/** Runs `work` as if it were so many days from now, or parts of one. */
async function at<T>(
  config: Config,
  keys: KeyRing,
  day: number,
  work: (app: INestApplicationContext) => Promise<T>,
): Promise<T> {
  const moved = Object.assign(Object.create(Object.getPrototypeOf(config) as object) as Config, config, {
    clockOffsetMs: day * DAY_MS,
    rateLimit: false,
  });
  const app = await NestFactory.createApplicationContext(AppModule.with(moved, keys), {
    logger: false,
    abortOnError: false,
  });
  try {
    await app.get(Jobs).start('sender', QUEUES);
    return await work(app);
  } finally {
    await app.close();
  }
}

type Staff = Record<Role, SignedIn>;

class People {
  async settle(app: INestApplicationContext): Promise<Staff> {
    const links = app.get(OneTimeLinkService);
    const accounts = app.get(AccountService);
    const staff = {} as Staff;
    const [admin, ...others] = PEOPLE;
    if (!admin) throw new Error('the demo has no people');
    const setup = (await links.setupUrl()) ?? '';
    const adminId = await links.use({
      token: tokenOf(setup),
      password: DEMO_PASSWORD,
      email: admin.email,
      name: admin.name,
    });
    staff.administrator = await this.signedIn(accounts, adminId);
    const departments = new Map<string, string>();
    for (const name of ['Plan og Byg', 'Vej og Park', 'Vand og Klima', 'Borgerservice'])
      departments.set(name, (await accounts.createDepartment(staff.administrator, name)).id);
    for (const person of others) {
      const departmentId = departments.get(person.department ?? '');
      const invited = await links.invite(staff.administrator, {
        email: person.email,
        name: person.name,
        roles: [person.role],
        ...(departmentId ? { departmentId } : {}),
      });
      staff[person.role] = await this.signedIn(
        accounts,
        await links.use({ token: tokenOf(invited.oneTimeUrl), password: DEMO_PASSWORD }),
      );
    }
    const organisation = app.get(OrganisationService);
    const { version } = await organisation.get();
    await organisation.update(staff.administrator, {
      name: 'Nørreskov Kommune',
      address: 'Rådhustorvet 1, 8999 Nørreskov',
      phone: '70 00 00 00',
      email: 'kommunen@noerreskov.example',
      dpoContact: 'dpo@noerreskov.example',
      accessibilityUrl: '',
      caseNumberPattern: '26/000000',
      version,
    });
    return staff;
  }

  private async signedIn(accounts: AccountService, id: string): Promise<SignedIn> {
    const { email, name, roles, departmentId } = await accounts.view(id);
    return { accountId: id, email, name, roles, departmentId, sessionId: id };
  }
}

const tokenOf = (url: string): string => url.slice(url.lastIndexOf('/') + 1);

interface Made {
  id: string;
  slug: string;
  tags: Map<string, string>;
  /** How many have been sent so far. */
  sent: number;
}

async function open(app: INestApplicationContext, staff: Staff, plan: DemoConsultation): Promise<Made> {
  const consultations = app.get(ConsultationsService);
  const planner = staff.planner;
  const departments = await app.get(AccountService).departments();
  const departmentId = departments.find(({ name }) => name === plan.department)?.id ?? null;
  const view = await app.get(NewConsultationsService).create(planner, {
    ...(plan.templateId ? { templateId: plan.templateId } : {}),
    ...plan.input,
    departmentId,
    ...plan.dates(Date.now()),
  });
  if (plan.keptAs)
    await app.get(TemplatesService).save(planner, {
      name: plan.keptAs,
      description: 'Forældre og børn peger på det, der er utrygt.',
      consultationId: view.id,
    });
  const tags = new Map<string, string>();
  for (const [key, name] of Object.entries(plan.tags))
    tags.set(key, (await app.get(TagsService).create(staff.caseworker, view.id, { name, key, isPublic: true })).id);
  if (plan.publish) await consultations.publish(planner, view.id);
  return { id: view.id, slug: (await consultations.get(view.id)).slug, tags, sent: 0 };
}

/** Some hours' comments: from the page, from the channels by import, by letter and telephone; in the evening somebody reads and tags them. */
async function liveSomeHours(
  app: INestApplicationContext,
  staff: Staff,
  plan: DemoConsultation,
  made: Made,
  { day, part }: { day: number; part: number },
): Promise<void> {
  if (!plan.publish || plan.texts.length === 0) return;
  const nth = day - plan.opensDay;
  const todays = plan.perDay[nth % plan.perDay.length] ?? 2;
  const last = part === PARTS_OF_DAY - 1;
  const until = last ? todays : Math.floor((todays / PARTS_OF_DAY) * (part + 1));
  for (let i = Math.floor((todays / PARTS_OF_DAY) * part); i < until; i += 1)
    await sendOne(app, staff, plan, made, made.sent++);
  await answerQuestions(app, staff, made.id, day === 0 && last);
  if (!last) return;
  for (let i = 0; i < todays * 6; i += 1)
    app.get(LinkVisitsService).count(made.slug, i % 4 === 0 ? 'instagram' : 'facebook');
  const phase = nth === 0 ? 'opening' : day === 0 ? 'lastDays' : null;
  if (phase) await writeStory(app, staff, await app.get(ConsultationsService).get(made.id), phase, made.sent);
  if (nth === plan.extension?.nth) await extend(app, staff, plan.extension, made);
  if (nth === plan.campaignOn) await importCampaign(app, staff, made);
  await readThrough(app, staff, plan, made, day === 0 ? 6 : 0);
  if (day === 0 && plan.input.allowReplies) await joinIn(app, staff, made);
}

const CHANNELS: Array<EntryChannel | 'web'> = [
  'web',
  'web',
  'facebook',
  'web',
  'web',
  'mail',
  'web',
  'facebook',
  'letter',
  'web',
  'phone',
  'instagram',
  'web',
  'bluesky',
];

async function sendOne(
  app: INestApplicationContext,
  staff: Staff,
  plan: DemoConsultation,
  made: Made,
  n: number,
): Promise<void> {
  const again = plan.perDay.reduce((sum, count) => sum + count, 0) - plan.texts.length;
  const said = plan.texts[(n < again ? n : n - again) % plan.texts.length];
  const channel = CHANNELS[n % CHANNELS.length] ?? 'web';
  if (!said) return;
  const text = n < again ? `${said.text} ${CLOSERS[n % CLOSERS.length] ?? ''}` : said.text;
  const name = n % 3 === 0 ? NAMES[n % NAMES.length] : undefined;
  const comments = app.get(CommentsService);
  if (channel === 'web')
    await comments.receive(
      made.slug,
      {
        text,
        ...(name ? { name } : {}),
        ...(n % 5 === 0 ? { via: 'facebook' } : {}),
        ...(plan.input.area ? placeOf(n) : {}),
      },
      `192.0.2.${n % 250}`,
    );
  else await comments.enter(staff.socialMediaManager, made.id, { channel, text, ...(name ? { name } : {}) });
}

/** There are fewer texts than comments: the first ones come with a few words more, and later again without. */
const CLOSERS = [
  'Tak, fordi I spørger.',
  'Det har vi talt om i foreningen.',
  'Håber, I læser det her.',
  'Hilsen fra Tjørnelund.',
];

async function extend(
  app: INestApplicationContext,
  staff: Staff,
  { days, reason }: NonNullable<DemoConsultation['extension']>,
  made: Made,
): Promise<void> {
  const consultations = app.get(ConsultationsService);
  const { version } = await consultations.get(made.id);
  await consultations.update(staff.planner, made.id, { closesAt: dayFrom(Date.now(), days), reason, version });
}

async function importCampaign(app: INestApplicationContext, staff: Staff, made: Made): Promise<void> {
  const rows = Array.from({ length: 38 }, (_, i) => `${i + 1},"${CAMPAIGN}","Mejeriets Venner ${i + 1}"`);
  const file = Readable.from([Buffer.from(['id,text,author', ...rows].join('\n'))]);
  const asked = await app.get(ImportService).request(staff.caseworker, made.id, {
    file,
    fileName: 'mejeriets-venner.csv',
    mapping: '{"channel":"mail"}',
    dryRun: false,
  });
  await app.get(ImportRunner).run(asked.id);
}

/** A caseworker reads what waits, shows it and tags it; the newest stay for the one who tries the demo. */
async function readThrough(
  app: INestApplicationContext,
  staff: Staff,
  plan: DemoConsultation,
  made: Made,
  leave: number,
): Promise<void> {
  const page = await app.get(CommentReaderService).list(made.id, { state: 'waiting', limit: 200 });
  for (const item of page.items.slice(leave)) {
    await app.get(ModerationService).decide(staff.caseworker, item.id, { action: 'publish' });
    const said = plan.texts.find(({ text }) => item.text.startsWith(text));
    const keys = said?.tags ?? (item.text === CAMPAIGN ? ['b'] : []);
    const tagIds = keys.flatMap((key) => made.tags.get(key) ?? []);
    if (tagIds.length > 0) await app.get(TagsService).setOnComment(staff.caseworker, item.id, { tagIds });
  }
}
