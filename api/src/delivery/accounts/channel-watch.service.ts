import { Injectable } from '@nestjs/common';
import { PERMISSIONS } from '@forhoering/shared/contracts/access.contract.js';
import { CHANNEL_DA } from '@forhoering/shared/i18n/labels.da.js';
import { POST_CHANNELS, type PostChannel } from '@forhoering/shared/publishing/post-channels.js';
import { formatDay } from '@forhoering/shared/time/format-time.js';
import { Clock } from '../../platform/clock/clock.js';
import { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import { log } from '../../platform/log/log.js';
import { Mailer } from '../../platform/mail/mailer.js';
import { Connectors } from '../connectors.js';
import { ChannelDaily } from './channel-daily.service.js';
import { ChannelAccountsService } from './channel-accounts.service.js';

/** Time enough for an update to be made, tried and installed. */
const WARN_MS = 60 * 86_400_000;

interface Alarm {
  /** One mail for each, however often it is seen. */
  key: string;
  kind: 'signed-out' | 'expires' | 'api-ends' | 'needsHuman' | 'rejected';
  channel: PostChannel;
  name: string;
  expires_at: Date | null;
  /** Who ordered the post; null: everybody who looks after the profiles. */
  email: string | null;
}

/** Looks after the profiles while nobody does: asks each once a day whether it still lets us in, and tells people what only they can mend. */
@Injectable()
export class ChannelWatch {
  constructor(
    private readonly db: Database,
    private readonly config: Config,
    private readonly mailer: Mailer,
    private readonly clock: Clock,
    private readonly accounts: ChannelAccountsService,
    private readonly connectors: Connectors,
    private readonly daily: ChannelDaily,
  ) {}

  async run(): Promise<void> {
    const quiet = await this.db.query<{ id: string }>(QUIET);
    for (const { id } of quiet)
      await this.accounts.check(id).catch((error: unknown) => log.error('channel-watch', error, { account: id }));
    await this.daily.run();
    const alarms = await this.db.query<Alarm>(ALARMS, [JSON.stringify(this.endings())]);
    for (const alarm of alarms) await this.tell(alarm);
  }

  /** Networks that will soon stop understanding us. */
  private endings(): Array<{ channel: PostChannel; at: string }> {
    const soon = this.clock.nowMs() + WARN_MS;
    return POST_CHANNELS.flatMap((channel) => {
      const ends = this.connectors.of(channel)?.apiEnds;
      return ends && ends.getTime() < soon ? [{ channel, at: ends.toISOString() }] : [];
    });
  }

  /** Mailed before it is noted: a worker that dies in between leaves the same mail, under the same id, to the next. */
  private async tell(alarm: Alarm): Promise<void> {
    const everybody = await this.db.query<{ email: string }>(
      "select email from account where state = 'active' and roles && $1::text[]",
      [PERMISSIONS['channel.connect']],
    );
    const { subject, text } = wordsOf(alarm, this.config.publicUrl);
    for (const to of alarm.email === null ? everybody.map(({ email }) => email) : [alarm.email])
      await this.mailer.send({ to, subject, text, messageId: `channel.${alarm.key}.${to.replace('@', '.')}` });
    await this.db.query('insert into channel_alarm (key, at) values ($1, app_now()) on conflict do nothing', [
      alarm.key,
    ]);
  }
}

function wordsOf({ kind, channel, name, expires_at }: Alarm, publicUrl: string): { subject: string; text: string } {
  const where = CHANNEL_DA[channel];
  const link = `${publicUrl}/kanaler`;
  const calendar = `${publicUrl}/kalender`;
  switch (kind) {
    case 'signed-out':
      return {
        subject: `${where} lukker os ikke ind længere`,
        text: `${name} på ${where} er logget ud. Opslag og svar dertil venter, og kommentarer hentes ikke.\n\nLog ind igen her, så går det, der venter, ud af sig selv:\n${link}`,
      };
    case 'expires':
      return {
        subject: `Adgangen til ${where} løber ud`,
        text: `Adgangen til ${name} på ${where} løber ud ${formatDay(expires_at?.toISOString() ?? '', 'da')}.\n\nForbind profilen igen inden da:\n${link}`,
      };
    case 'api-ends':
      return {
        subject: `Forhøring skal opdateres: ${where}`,
        text: `${where} holder op med at svare den udgave af Forhøring, I har, ${formatDay(expires_at?.toISOString() ?? '', 'da')}. Bed it-afdelingen installere en nyere udgave inden da.\n\n${link}`,
      };
    case 'needsHuman':
      return {
        subject: `Kom dit opslag ud på ${where}?`,
        text: `Forbindelsen røg, mens dit opslag blev sendt som ${name} på ${where}, og vi kan ikke se, om det kom ud.\n\nSe efter på ${where}, og sig så ved opslaget, om det ligger der, eller om det skal sendes igen. Du finder det i kalenderen:\n${calendar}`,
      };
    case 'rejected':
      return {
        subject: `Dit opslag kom ikke ud på ${where}`,
        text: `${where} tog ikke imod dit opslag som ${name}. Hvorfor står ved opslaget; ret det, og send det igen. Du finder det i kalenderen:\n${calendar}`,
      };
  }
}

const QUIET = `select id from channel_account where state = 'connected' and (checked_at is null or checked_at < app_now() - interval '1 day')
  and (wait_until is null or wait_until <= app_now()) order by checked_at nulls first limit 5`;
const ALARMS = `select * from (
    select 'signed-out.' || a.id || '.' || a.version as key, 'signed-out' as kind, a.channel, a.name, a.expires_at, null as email
      from channel_account a where a.state = 'needsReauth'
    union all
    select 'expires.' || a.id || '.' || a.version || '.' || d.days, 'expires', a.channel, a.name, a.expires_at, null
      from channel_account a join (values (14), (7), (1)) as d (days) on a.expires_at <= app_now() + make_interval(days => d.days)
      where a.state = 'connected' and a.expires_at > app_now()
    union all
    select 'api-ends.' || a.id || '.' || e.at, 'api-ends', a.channel, a.name, e.at::timestamptz, null
      from channel_account a join jsonb_to_recordset($1::jsonb) as e (channel text, at text) on e.channel = a.channel
      where a.state <> 'disconnected'
    union all
    select 'delivery.' || d.id, d.state, a.channel, a.name, null, o.email
      from delivery d join channel_account a on a.id = d.account_id join account o on o.id = d.ordered_by and o.state = 'active'
      where d.subject_kind = 'post' and d.state in ('needsHuman', 'rejected')
  ) k where not exists (select 1 from channel_alarm t where t.key = k.key) order by key limit 50`;
