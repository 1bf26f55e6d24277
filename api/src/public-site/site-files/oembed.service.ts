import { Injectable } from '@nestjs/common';
import type { OembedAnswer } from '@forhoering/shared/contracts/consultation.contract.js';
import { EMBED_HEIGHT, embedFrame, embedUrl } from '@forhoering/shared/consultations/embed.js';
import { PublicConsultationsService } from '../../consultations/public-consultations.service.js';
import { ShortLinksService } from '../../consultations/sharing/short-links.service.js';
import { Config } from '../../platform/config/config.js';
import { ProblemError } from '../../platform/http/problem-error.js';

const WIDTH = 600;
const NARROWEST = 240;
const CARD = { width: 1200, height: 630 };

export interface OembedQuery {
  url: unknown;
  maxwidth: unknown;
  maxheight: unknown;
  format: unknown;
}

/** oEmbed 1.0: other sites turn a pasted link into the box. */
@Injectable()
export class OembedService {
  constructor(
    private readonly config: Config,
    private readonly consultations: PublicConsultationsService,
    private readonly links: ShortLinksService,
  ) {}

  /** Only for our own addresses. @throws 404; 422 for XML, where the standard would have 501: a stranger’s wish is no failure of ours */
  async describe(query: OembedQuery): Promise<OembedAnswer> {
    if (query.format !== undefined && query.format !== 'json') throw new ProblemError(422, 'oembed-format');
    const { slug, english } = await this.target(query.url);
    const view = await this.consultations.bySlug(slug);
    const most = positive(query.maxwidth);
    const width = Math.max(NARROWEST, Math.min(WIDTH, most));
    const height = Math.min(EMBED_HEIGHT, Math.max(120, positive(query.maxheight)));
    const frame = embedFrame(embedUrl(view.publicUrl, english ? 'en' : 'da'), view.title, `${width}px`, height);
    const language = english ? '?lang=en' : '';
    return {
      version: '1.0',
      type: 'rich',
      title: view.title,
      provider_name: view.organisation.name,
      provider_url: `${this.config.publicUrl}/`,
      cache_age: 3600,
      html: frame,
      width,
      height,
      // The picture may not be wider than what was asked for.
      ...(most >= CARD.width
        ? {
            thumbnail_url: `${view.publicUrl}/delekort.png${language}`,
            thumbnail_width: CARD.width,
            thumbnail_height: CARD.height,
          }
        : {}),
    };
  }

  private async target(given: unknown): Promise<{ slug: string; english: boolean }> {
    const missing = new ProblemError(404, 'consultation-not-found');
    if (typeof given !== 'string' || given.length > 2_000 || !URL.canParse(given)) throw missing;
    const url = new URL(given);
    if (url.origin !== new URL(this.config.publicUrl).origin) throw missing;
    const english = url.searchParams.get('lang') === 'en';
    const [, kind = '', name = ''] = /^\/([fk])\/([A-Za-z0-9-]{1,80})(?:\/indlejr)?\/?$/.exec(url.pathname) ?? [];
    if (kind === 'k') return { slug: (await this.links.lookUp(name)).slug, english };
    if (kind === 'f') return { slug: name, english };
    throw missing;
  }
}

/** A number somebody asked for; infinite when there is none. */
function positive(given: unknown): number {
  const number = typeof given === 'string' && /^\d{1,5}$/.test(given) ? Number(given) : Infinity;
  return number === 0 ? Infinity : number;
}
