import { Injectable } from '@nestjs/common';
import { citizenDa } from '@forhoering/shared/i18n/citizen.da.js';
import { formatDeadline } from '@forhoering/shared/time/format-time.js';
import { PublicConsultationsService } from '../../consultations/public-consultations.service.js';
import { OrganisationService } from '../../organisation/organisation.service.js';
import { Config } from '../../platform/config/config.js';
import type { FeedContent } from './feed.rules.js';

/** An empty feed has changed at no time that is known. */
const NEVER = '1970-01-01T00:00:00.000Z';

/** Gathers what programs read of the public consultations. */
@Injectable()
export class SiteFilesService {
  constructor(
    private readonly config: Config,
    private readonly consultations: PublicConsultationsService,
    private readonly organisation: OrganisationService,
  ) {}

  get publicUrl(): string {
    return this.config.publicUrl;
  }

  /** The open consultations, newest first. */
  async feed(): Promise<FeedContent> {
    const { publicUrl } = this.config;
    const [items, organisation] = await Promise.all([this.consultations.list(), this.organisation.public()]);
    const open = items
      .filter((item) => item.state === 'open')
      .sort((a, b) => b.publishedAt.localeCompare(a.publishedAt));
    return {
      title: `${citizenDa.listTitle} – ${organisation.name}`,
      description: citizenDa.listLead,
      organisation: organisation.name,
      homeUrl: `${publicUrl}/`,
      publicUrl,
      updatedAt: open.reduce((last, item) => (item.updatedAt > last ? item.updatedAt : last), NEVER),
      items: open.map((item) => ({
        url: `${publicUrl}/f/${item.slug}`,
        title: item.title,
        summary: [item.teaser, item.closesAt === null ? '' : citizenDa.deadline(formatDeadline(item.closesAt, 'da'))]
          .filter((part) => part !== '')
          .join('\n\n'),
        publishedAt: item.publishedAt,
        updatedAt: item.updatedAt,
        imageUrl: `${publicUrl}/f/${item.slug}/delekort.png`,
      })),
    };
  }

  async pages(): Promise<Array<{ path: string; updatedAt: string | null }>> {
    const items = await this.consultations.list();
    return [{ path: '/', updatedAt: null }, ...items.map(({ slug, updatedAt }) => ({ path: `/f/${slug}`, updatedAt }))];
  }
}
