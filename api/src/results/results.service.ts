import { Injectable } from '@nestjs/common';
import { formatCommentNumber, parseCommentNumber } from '@forhoering/shared/comments/comment-number.js';
import type {
  CommentTreatment,
  PublicResult,
  ResultInput,
  ResultTheme,
  ResultThemeInput,
  ResultView,
} from '@forhoering/shared/contracts/result.contract.js';
import { consultationStateAt } from '@forhoering/shared/consultations/consultation-states.js';
import { isWritten, resultGaps } from '@forhoering/shared/results/result.rules.js';
import { cleanText } from '@forhoering/shared/text/clean-text.js';
import { AuditService, type Actor } from '../audit/audit.service.js';
import { PrivateCommentService } from '../comments/private-comment.service.js';
import type { Consultation } from '../consultations/consultation.entity.js';
import { ConsultationsService } from '../consultations/consultations.service.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { announcePublicChange } from '../platform/database/public-change.js';
import type { Tx } from '../platform/database/sql.js';
import { refuseCpr } from '../platform/http/refuse-cpr.js';
import { conflict, invalid, invalidField, notFound } from '../platform/http/problem-error.js';
import { Jobs } from '../platform/jobs/jobs.service.js';
import type { Result, StoredTheme } from './result.entity.js';
import { RESULT_PUBLISHED } from './results.events.js';
import { ResultsRepository } from './results.repository.js';

/** "You said, we did": written theme by theme when the consultation has ended, and told to everybody and to who has asked. */
@Injectable()
export class ResultsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly repository: ResultsRepository,
    private readonly consultations: ConsultationsService,
    private readonly own: PrivateCommentService,
    private readonly audit: AuditService,
    private readonly jobs: Jobs,
  ) {}

  async get(consultationId: string): Promise<ResultView> {
    await this.consultations.requireExists(consultationId);
    const [result, counts] = await Promise.all([
      this.repository.of(consultationId),
      this.repository.counts(consultationId),
    ]);
    return {
      intro: result?.intro ?? '',
      themes: await this.themes(consultationId, result?.themes ?? []),
      publishedAt: result?.publishedAt?.toISOString() ?? null,
      updatedAt: result?.updatedAt.toISOString() ?? null,
      version: result?.version ?? 0,
      followers: counts.followers,
    };
  }

  /** @throws 404; 409 `version-conflict`; 422: a CPR number, a quote that nobody may read, or a gap in what is already shown */
  async save(actor: Actor, consultationId: string, input: ResultInput): Promise<ResultView> {
    const themes = await this.accepted(consultationId, input);
    await this.db.transaction(async (tx) => {
      await this.consultations.lock(tx, consultationId);
      const before = await this.repository.ofForChange(tx, consultationId);
      if ((before?.version ?? 0) !== input.version) throw conflict('version-conflict');
      if (before?.publishedAt) requireWhole(input);
      const result: Result = {
        consultationId,
        intro: cleanText(input.intro),
        themes,
        publishedAt: before?.publishedAt ?? null,
        publishedBy: before?.publishedBy ?? null,
        updatedAt: this.clock.now(),
        updatedBy: actor.accountId,
        version: input.version + 1,
      };
      await this.repository.save(tx, result);
      await this.record(tx, actor, consultationId, 'result.save');
    });
    return this.get(consultationId);
  }

  /** @throws 404; 409 `not-closed`; 422 naming what is missing */
  async publish(actor: Actor, consultationId: string): Promise<ResultView> {
    return this.change(actor, consultationId, 'result.publish', async (tx, result, { state, opensAt, closesAt }) => {
      const now = this.clock.nowMs();
      const iso = (date: Date | null): string | null => date?.toISOString() ?? null;
      if (consultationStateAt(state, iso(opensAt), iso(closesAt), now) !== 'closed') throw conflict('not-closed');
      requireWhole({ ...result, themes: result.themes.map((theme) => ({ ...theme, quote: '' })) });
      result.publishedAt ??= this.clock.now();
      result.publishedBy = actor.accountId;
      await this.jobs.enqueue(tx, RESULT_PUBLISHED, { consultationId });
    });
  }

  /** Off the page at once. Mails that have gone cannot be called back. */
  async withdraw(actor: Actor, consultationId: string): Promise<ResultView> {
    return this.change(actor, consultationId, 'result.withdraw', async (_tx, result) => {
      result.publishedAt = null;
    });
  }

  /** @throws 404 as long as there is none */
  async publicOf(slug: string): Promise<PublicResult> {
    const consultationId = await this.consultations.publicIdFast(slug);
    const result = await this.repository.of(consultationId);
    if (!result?.publishedAt) throw notFound();
    const [themes, { comments }] = await Promise.all([
      this.themes(consultationId, result.themes),
      this.repository.counts(consultationId),
    ]);
    return {
      intro: result.intro,
      themes: themes.filter(isWritten).map(({ name, colour, count, outcome, did, why, quote }) => ({
        name,
        colour,
        count,
        outcome,
        did,
        why,
        quote,
      })),
      publishedAt: result.publishedAt.toISOString(),
      updatedAt: result.updatedAt.toISOString(),
      commentCount: comments,
    };
  }

  /** Where the comment behind a private link ended. @throws 404 as long as there is no result */
  async treatmentOf(token: string): Promise<CommentTreatment> {
    const comment = await this.repository.tagsOf(this.own.idOf(token));
    if (!comment) throw notFound();
    const result = await this.repository.of(comment.consultationId);
    if (!result?.publishedAt) throw notFound();
    const themes = await this.themes(comment.consultationId, result.themes);
    return {
      publishedAt: result.publishedAt.toISOString(),
      themes: themes
        .filter((theme) => comment.tagIds.includes(theme.tagId) && isWritten(theme))
        .map(({ name, outcome, did, why }) => ({ name, outcome, did, why })),
    };
  }

  private async accepted(consultationId: string, { intro, themes }: ResultInput): Promise<StoredTheme[]> {
    refuseCpr('intro', intro);
    const known = new Set((await this.repository.themes(consultationId)).map(({ id }) => id));
    const stored = new Map<string, StoredTheme>();
    for (const [i, theme] of themes.entries()) {
      if (!known.has(theme.tagId)) throw invalidField(`themes.${i}.tagId`, 'not-found');
      refuseCpr(`themes.${i}.did`, theme.did);
      refuseCpr(`themes.${i}.why`, theme.why);
      const { tagId, outcome } = theme;
      const quoteId = await this.quoteId(consultationId, theme, `themes.${i}.quote`);
      stored.set(tagId, { tagId, outcome, did: cleanText(theme.did), why: cleanText(theme.why), quoteId });
    }
    return [...stored.values()];
  }

  private async quoteId(
    consultationId: string,
    { quote = '' }: ResultThemeInput,
    field: string,
  ): Promise<string | null> {
    if (quote === '') return null;
    const number = parseCommentNumber(quote);
    const id = number === null ? null : await this.repository.publicIdOf(consultationId, number);
    if (id === null) throw invalidField(field, 'quote-not-public');
    return id;
  }

  private async themes(consultationId: string, stored: readonly StoredTheme[]): Promise<ResultView['themes']> {
    const [tags, quotes] = await Promise.all([
      this.repository.themes(consultationId),
      this.repository.quotes(stored.flatMap(({ quoteId }) => quoteId ?? [])),
    ]);
    return tags.map(({ id, name, colour, count }) => {
      const written = stored.find(({ tagId }) => tagId === id);
      const quoted = quotes.get(written?.quoteId ?? '');
      const quote: ResultTheme['quote'] = quoted
        ? { number: formatCommentNumber(quoted.year, quoted.consultation_number, quoted.number), text: quoted.text }
        : null;
      const { outcome = null, did = '', why = '' } = written ?? {};
      return { tagId: id, name, colour, count, outcome, did, why, quote };
    });
  }

  private async change(
    actor: Actor,
    consultationId: string,
    action: string,
    apply: (tx: Tx, result: Result, consultation: Consultation) => Promise<void>,
  ): Promise<ResultView> {
    await this.db.transaction(async (tx) => {
      const consultation = await this.consultations.lock(tx, consultationId);
      const result = await this.repository.ofForChange(tx, consultationId);
      if (!result) throw invalidField('intro', 'required');
      await apply(tx, result, consultation);
      result.version += 1;
      await this.repository.save(tx, result);
      await this.record(tx, actor, consultationId, action);
    });
    return this.get(consultationId);
  }

  private async record(tx: Tx, actor: Actor, consultationId: string, action: string): Promise<void> {
    await this.audit.record(tx, {
      actor,
      action,
      subjectKind: 'consultation',
      subjectId: consultationId,
      consultationId,
    });
    await announcePublicChange(tx, consultationId);
  }
}

function requireWhole(result: Pick<ResultInput, 'intro' | 'themes'>): void {
  const gaps = resultGaps(result);
  if (gaps.length > 0) throw invalid(gaps);
}
