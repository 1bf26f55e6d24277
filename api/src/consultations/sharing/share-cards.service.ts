import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { PublicConsultationView } from '@forhoering/shared/contracts/consultation.contract.js';
import { citizenDa } from '@forhoering/shared/i18n/citizen.da.js';
import { citizenEn } from '@forhoering/shared/i18n/citizen.en.js';
import { formatDateTimeSentence, formatDeadlineBrief, type TimeLanguage } from '@forhoering/shared/time/format-time.js';
import { measureText } from '../../platform/drawing/drawing-fonts.js';
import { SvgPainter } from '../../platform/drawing/svg-painter.js';
import { PublicConsultationsService } from '../public-consultations.service.js';
import { shareCardSvg, type CardContent } from './share-card.rules.js';

/** Some 40 kB each. */
const MOST_KEPT = 200;

/** The picture that other pages show of a link. Kept by what it shows, so that a change makes another one and nothing else does. */
@Injectable()
export class ShareCardsService {
  private readonly kept = new Map<string, Promise<Buffer>>();

  constructor(
    private readonly consultations: PublicConsultationsService,
    private readonly painter: SvgPainter,
  ) {}

  /** PNG, 1200 by 630. @throws 404 for what the public may not know of */
  async card(slug: string, language: TimeLanguage): Promise<Buffer> {
    const view = await this.consultations.bySlug(slug);
    const svg = shareCardSvg(cardContent(view, language), measureText);
    const key = createHash('sha256').update(svg).digest('base64url');
    const card = this.kept.get(key) ?? this.painter.png(svg);
    // Set anew, so that the one asked for longest ago is the first to go.
    this.kept.delete(key);
    this.kept.set(key, card);
    if (this.kept.size > MOST_KEPT) this.kept.delete(this.kept.keys().next().value ?? '');
    try {
      return await card;
    } catch (error) {
      this.kept.delete(key);
      throw error;
    }
  }
}

function cardContent(view: PublicConsultationView, language: TimeLanguage): CardContent {
  const { share: t } = language === 'en' ? citizenEn : citizenDa;
  const about = { title: view.title, organisation: view.organisation.name, area: view.area };
  const deadline = view.closesAt === null ? '' : formatDeadlineBrief(view.closesAt, language);
  if (view.state === 'closed') return { ...about, call: t.closed, date: deadline === '' ? '' : t.closedOn(deadline) };
  const date = deadline === '' ? '' : t.deadline(deadline);
  if (view.state === 'scheduled' && view.opensAt !== null)
    return { ...about, call: t.opens(formatDateTimeSentence(view.opensAt, language)), date };
  return { ...about, call: t.call, date };
}
