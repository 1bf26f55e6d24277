import { Injectable } from '@nestjs/common';
import type { StoryInput } from '@forhoering/shared/contracts/story.contract.js';
import { withLink, type PostChannel } from '@forhoering/shared/publishing/post-channels.js';
import { cleanText } from '@forhoering/shared/text/clean-text.js';
import type { Consultation } from '../consultations/consultation.entity.js';
import { ConsultationFilesService } from '../consultations/files/consultation-files.service.js';
import { ShareCardsService } from '../consultations/sharing/share-cards.service.js';
import type { DeliveryContent } from '../delivery/channels/connector.rules.js';
import { Config } from '../platform/config/config.js';
import { Pictures } from '../platform/pictures/pictures.service.js';

/** The smallest of the networks' limits for a picture, with room to spare. */
const MOST_BYTES = 950_000;

export type PostWords = Pick<StoryInput, 'headline' | 'pictureId' | 'altText'>;

/** What exactly goes out for a post: words with the channel's own link, and the picture as JPEG. */
@Injectable()
export class PostContents {
  constructor(
    private readonly config: Config,
    private readonly files: ConsultationFilesService,
    private readonly cards: ShareCardsService,
    private readonly pictures: Pictures,
  ) {}

  link(consultation: Pick<Consultation, 'slug'>, channel: PostChannel): string {
    return `${this.config.publicUrl}/f/${consultation.slug}?k=${channel}`;
  }

  async of(consultation: Consultation, channel: PostChannel, words: PostWords, text: string): Promise<DeliveryContent> {
    const link = this.link(consultation, channel);
    const sha256 = words.pictureId ? await this.picture(words.pictureId) : null;
    return {
      text: withLink(cleanText(text), link).trim(),
      language: 'da',
      link: text.includes('{link}') ? link : null,
      title: consultation.title,
      description: consultation.teaser,
      picture: sha256 ? { sha256, altText: words.altText } : null,
      card: sha256 ? null : await this.card(consultation.slug),
      pictureUrl: sha256 ? `${this.config.publicUrl}/api/v1/public/post-pictures/${sha256}.jpg` : null,
    };
  }

  private async picture(id: string): Promise<string> {
    return (await this.pictures.jpeg(await this.files.pictureBytes(id), MOST_BYTES)).sha256;
  }

  /** The preview picture that the link has everywhere else. */
  private async card(slug: string): Promise<string> {
    return (await this.pictures.jpeg(await this.cards.card(slug, 'da'), MOST_BYTES)).sha256;
  }
}
