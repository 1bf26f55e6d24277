import { randomUUID } from 'node:crypto';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Fault } from '@forhoering/shared/contracts/delivery.contract.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { log } from '../platform/log/log.js';
import { ChannelAccountsService } from './accounts/channel-accounts.service.js';
import { ChannelSessions } from './accounts/channel-sessions.service.js';
import type { ChannelSession, Connector, Looked, Outcome, Parcel } from './channels/connector.rules.js';
import { Connectors } from './connectors.js';
import type { ChannelAccount, Delivery } from './delivery.entity.js';
import { afterAbsence, backoffMs, GIVE_UP_MS } from './delivery.rules.js';
import { SendingService } from './sending.service.js';

const EVERY_MS = 500;
/** Accounts that one process sends for side by side. */
const AT_ONCE = 4;
/** A process that was frozen between saying "sending" and sending may not be the only one any more. */
const FROZEN_MS = 60_000;

/** The key that sealed it is not the one we have. */
const SEALED: Fault = { code: 'signed-out', detail: 'sealed with another KEY_CHANNELS' };

/** Takes deliveries step by step to where they belong. Any number of these may run. */
@Injectable()
export class DeliveryRunner implements OnApplicationShutdown {
  private readonly worker = randomUUID();
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<unknown> | null = null;
  private stopped = false;

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly connectors: Connectors,
    private readonly sessions: ChannelSessions,
    private readonly accounts: ChannelAccountsService,
    private readonly sending: SendingService,
  ) {}

  start(): void {
    this.timer = setInterval(() => {
      this.running ??= this.round().finally(() => (this.running = null));
    }, EVERY_MS);
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearInterval(this.timer);
    await this.running;
  }

  private async round(): Promise<void> {
    const one = async (): Promise<void> => {
      while (!this.stopped && (await this.serve()));
    };
    await Promise.all(Array.from({ length: AT_ONCE }, one)).catch((error: unknown) => log.error('delivery', error));
  }

  /** Everything that is due for one account. @returns false: no account has anything due */
  private async serve(): Promise<boolean> {
    const account = await this.sending.claimAccount(this.worker);
    if (!account) return false;
    try {
      for (;;) {
        const delivery = this.stopped ? null : await this.sending.next(account.id);
        if (!delivery || !(await this.attempt(account, delivery))) return true;
      }
    } finally {
      await this.sending.release(this.worker, account.id);
    }
  }

  /** A mistake of ours with one delivery must not hold up the others, nor be made twice a second. */
  private async attempt(account: ChannelAccount, delivery: Delivery): Promise<boolean> {
    try {
      return await this.work(account, delivery);
    } catch (error) {
      log.error('delivery', error, { delivery: delivery.id });
      await this.sending.later(delivery.id, backoffMs(5));
      return false;
    }
  }

  /** One delivery as far as it goes. @returns whether the account can go on */
  private async work(account: ChannelAccount, delivery: Delivery): Promise<boolean> {
    const connector = this.connectors.require(account.channel);
    const session = this.sessions.tryOpen(account);
    if (!session) {
      await this.db.transaction((tx) => this.accounts.trouble(tx, account.id, SEALED, true));
      return false;
    }
    const step = new Step(this.worker, connector, session, this.sending, this.clock, delivery);
    const outcome = await step.run();
    if (outcome?.kind === 'reauth') {
      await this.db.transaction((tx) => this.accounts.trouble(tx, account.id, outcome.fault, true));
      return false;
    }
    if (outcome?.kind === 'notSent' && outcome.fault.code === 'rate-limited' && outcome.retryAt)
      await this.sending.wait(account.id, outcome.retryAt);
    return outcome === null;
  }
}

type Trouble = Exclude<Outcome<never>, { kind: 'ok' }>;

/** What is done with one delivery while the account is held. */
class Step {
  constructor(
    private readonly worker: string,
    private readonly connector: Connector,
    private readonly session: ChannelSession,
    private readonly sending: SendingService,
    private readonly clock: Clock,
    private readonly delivery: Delivery,
  ) {}

  /** @returns what stands in the account's way; null: nothing */
  async run(): Promise<Trouble | null> {
    const { delivery } = this;
    switch (delivery.state) {
      case 'scheduled':
      case 'waiting':
      case 'needsReauth':
      case 'preparing':
        return this.prepare(delivery);
      case 'ready':
        return this.send(delivery);
      case 'sending': {
        // Its sender is gone, and the lease with it.
        const found = await this.sending.move(this.worker, delivery, 'unknown', { nextAt: this.clock.now() });
        return found ? this.lookFor(found) : null;
      }
      case 'unknown':
        return this.lookFor(delivery);
      default:
        return null;
    }
  }

  private async prepare(given: Delivery): Promise<Trouble | null> {
    const delivery = await this.sending.prepare(this.worker, given);
    if (!delivery) return null;
    const outcome = await this.connector.prepare(this.session, parcelOf(delivery));
    if (outcome.kind !== 'ok') return this.failed(delivery, outcome);
    const ready = await this.sending.move(this.worker, delivery, 'ready', {
      prepared: outcome.value,
      nextAt: this.clock.now(),
      fault: null,
    });
    return ready ? this.send(ready) : null;
  }

  private async send(given: Delivery): Promise<Trouble | null> {
    const asked = Date.now();
    const delivery = await this.sending.begin(this.worker, given);
    if (!delivery || Date.now() - asked > FROZEN_MS) return null;
    return this.commit(delivery);
  }

  private async commit(delivery: Delivery): Promise<Trouble | null> {
    const outcome = await this.connector.commit(this.session, parcelOf(delivery), delivery.prepared ?? {});
    if (outcome.kind === 'ok') {
      await this.sending.delivered(this.worker, delivery, outcome.value);
      return null;
    }
    if (outcome.kind !== 'unknown' && outcome.fault.code !== 'duplicate') return this.failed(delivery, outcome);
    const unknown = await this.sending.move(this.worker, delivery, 'unknown', {
      nextAt: this.clock.now(),
      fault: outcome.fault,
    });
    return unknown ? this.lookFor(unknown) : null;
  }

  private async lookFor(delivery: Delivery): Promise<Trouble | null> {
    const since = delivery.sendStartedAt ?? delivery.orderedAt;
    const looked = await this.connector.look(this.session, parcelOf(delivery), delivery.prepared ?? {}, since);
    switch (looked.kind) {
      case 'published':
        await this.sending.delivered(this.worker, delivery, looked.published);
        return null;
      case 'absent':
        if (!looked.anew) return this.absent(delivery, since);
        await this.sending.move(this.worker, delivery, 'waiting', { nextAt: this.clock.now(), sendStartedAt: null });
        return null;
      case 'reauth':
        await this.sending.move(this.worker, delivery, 'unknown', { nextAt: this.clock.now(), fault: looked.fault });
        return looked;
      case 'cannotTell':
        await this.sending.needsHuman(this.worker, delivery, { fault: looked.fault });
        return null;
      case 'later': {
        const { fault } = looked;
        if (this.tooOld(delivery)) await this.sending.needsHuman(this.worker, delivery, { fault });
        else
          await this.sending.move(this.worker, delivery, 'unknown', { nextAt: this.retryAt(delivery, looked), fault });
        return { ...looked, kind: 'notSent' };
      }
    }
  }

  private async absent(delivery: Delivery, sendStartedAt: Date): Promise<Trouble | null> {
    const now = this.clock.now();
    const { absentAt } = delivery;
    const { dedupe, answerDedupe = dedupe } = this.connector;
    const next = afterAbsence(delivery.replyTo ? answerDedupe : dedupe, { sendStartedAt, absentAt }, now);
    if (next.kind === 'look') {
      await this.sending.move(this.worker, delivery, 'unknown', { absentAt: absentAt ?? now, nextAt: next.at });
      return null;
    }
    const ready = await this.sending.move(this.worker, delivery, 'ready', { nextAt: now, absentAt: null });
    return ready ? this.send(ready) : null;
  }

  private async failed(delivery: Delivery, outcome: Trouble): Promise<Trouble | null> {
    const { fault } = outcome;
    switch (outcome.kind) {
      case 'rejected':
        await this.sending.reject(this.worker, delivery, { fault });
        return null;
      case 'reauth':
        await this.sending.move(this.worker, delivery, 'needsReauth', { fault });
        return outcome;
      default:
        if (this.tooOld(delivery)) await this.sending.reject(this.worker, delivery, { fault });
        else
          await this.sending.move(this.worker, delivery, 'waiting', {
            attempt: delivery.attempt + (delivery.state === 'sending' ? 0 : 1),
            nextAt: this.retryAt(delivery, outcome),
            // It is known that nothing went out.
            sendStartedAt: null,
            fault,
          });
        return fault.code === 'signed-out' ? null : outcome;
    }
  }

  private retryAt(delivery: Delivery, outcome: Looked | Trouble): Date {
    // The network speaks of its own time, the product may be elsewhere in tests.
    const asked = 'retryAt' in outcome && outcome.retryAt ? outcome.retryAt.getTime() - Date.now() : null;
    return new Date(this.clock.nowMs() + (asked ?? backoffMs(delivery.attempt + 1)));
  }

  private tooOld({ dueAt, orderedAt }: Delivery): boolean {
    return this.clock.nowMs() - Math.max(dueAt.getTime(), orderedAt.getTime()) > GIVE_UP_MS;
  }
}

const parcelOf = ({ id, orderedAt, content, replyTo }: Delivery): Parcel => ({ id, orderedAt, content, replyTo });
