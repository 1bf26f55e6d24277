import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { InboxSettings, InboxSettingsInput } from '@forhoering/shared/contracts/inbox.contract.js';
import type { ClockSettings } from '@forhoering/shared/inbox/clock.rules.js';
import { AuditService, type Actor } from '../audit/audit.service.js';
import { Database } from '../platform/database/database.js';
import { announcePublicChange } from '../platform/database/public-change.js';
import { queryOne, type Tx } from '../platform/database/sql.js';
import { conflict, invalidField } from '../platform/http/problem-error.js';

interface SettingsRow {
  policy: InboxSettings['policy'];
  closed_days: string[];
  signature: string;
  rules: InboxSettings['rules'];
  show_badge: boolean;
  version: number;
}

const SELECT = 'select policy, closed_days, signature, rules, show_badge, version from inbox_settings';

/** What the municipality has decided about its clock, its signature and who gets which words. */
@Injectable()
export class InboxSettingsService {
  constructor(
    private readonly db: Database,
    private readonly audit: AuditService,
  ) {}

  async get(tx?: Tx): Promise<InboxSettings> {
    const row = tx ? await queryOne<SettingsRow>(tx, SELECT) : await this.db.queryOne<SettingsRow>(SELECT);
    if (!row) throw new Error('inbox_settings has no row');
    const { closed_days: closedDays, show_badge: showBadge, ...rest } = row;
    return { ...rest, closedDays, showBadge };
  }

  async clock(tx?: Tx): Promise<ClockSettings> {
    const { policy, closedDays } = await this.get(tx);
    return { policy, closedDays };
  }

  /** @throws 409 `version-conflict`; 422 for a day that is none, a department that does not exist */
  async update(actor: Actor, { version, ...input }: InboxSettingsInput): Promise<InboxSettings> {
    if (input.closedDays?.some((day) => !isClosedDayText(day))) throw invalidField('closedDays', 'not-a-date');
    await this.db.transaction(async (tx) => {
      await this.requireDepartments(tx, input);
      const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
      const next: InboxSettings = { ...(await this.get(tx)), ...given };
      const row = await queryOne(
        tx,
        `update inbox_settings set policy = $1, closed_days = $2, signature = $3, rules = $4, show_badge = $5, version = version + 1
         where version = $6 returning version`,
        [next.policy, next.closedDays, next.signature, JSON.stringify(next.rules), next.showBadge, version],
      );
      if (!row) throw conflict('version-conflict');
      await announcePublicChange(tx, 'all');
      await this.audit.record(tx, {
        actor,
        action: 'inbox.settings',
        subjectKind: 'inbox',
        subjectId: null,
        data: { policy: next.policy, fields: Object.keys(given) },
      });
    });
    return this.get();
  }

  private async requireDepartments(tx: Tx, { rules }: Partial<InboxSettings>): Promise<void> {
    const ids = [...new Set((rules ?? []).map(({ departmentId }) => departmentId))];
    const row = await queryOne<{ count: number }>(
      tx,
      'select count(*)::int as count from department where id = any($1::uuid[])',
      [ids],
    );
    if (row?.count !== ids.length) throw invalidField('rules', 'not-found');
  }
}

/** `12-24` or `2026-06-05`. */
function isClosedDayText(day: string): boolean {
  const text = /^\d{2}-\d{2}$/.test(day) ? `2028-${day}` : day;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}
