import { Injectable } from '@nestjs/common';
import type { StoryInput } from '@forhoering/shared/contracts/story.contract.js';
import { POST_RULES, withLink, type PostChannel } from '@forhoering/shared/publishing/post-channels.js';
import { cleanText } from '@forhoering/shared/text/clean-text.js';
import type { Consultation } from '../consultations/consultation.entity.js';
import { ConsultationFilesService } from '../consultations/files/consultation-files.service.js';
import { ShareCardsService } from '../consultations/sharing/share-cards.service.js';
import type { ContentPicture, DeliveryContent } from '../delivery/channels/connector.rules.js';
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

  /** The short one, as people see it counted while they write. */
  link({ shortCode }: Pick<Consultation, 'shortCode'>, channel: PostChannel): string {
    return `${this.config.publicUrl}/k/${shortCode}?k=${channel}`;
  }

  async of(consultation: Consultation, channel: PostChannel, words: PostWords, text: string): Promise<DeliveryContent> {
    const link = this.link(consultation, channel);
    const picture = await this.picture(consultation, channel, words);
    const isDraft = consultation.state === 'draft';
    return {
      text: withLink(cleanText(text), link).trim(),
      language: 'da',
      link: text.includes('{link}') ? link : null,
      title: consultation.title,
      description: consultation.teaser,
      picture,
      card: picture || isDraft ? null : await this.card(consultation.slug),
      pictureUrl: picture ? `${this.config.publicUrl}/api/v1/public/post-pictures/${picture.sha256}` : null,
      ...(isDraft ? { unsettled: true } : {}),
    };
  }

  /** Where a post cannot be without one, the link's own picture stands in. */
  private async picture(
    { slug, title, state }: Consultation,
    channel: PostChannel,
    { pictureId, altText }: PostWords,
  ): Promise<ContentPicture | null> {
    if (pictureId) {
      const own = await this.files.pictureBytes(pictureId);
      return { sha256: (await this.pictures.jpeg(own, MOST_BYTES)).sha256, altText };
    }
    // A draft has no picture of its own that others may see: it is made when the post goes out.
    return POST_RULES[channel].needsPicture && state !== 'draft'
      ? { sha256: await this.card(slug), altText: title }
      : null;
  }

  /** The preview picture that the link has everywhere else. */
  private async card(slug: string): Promise<string> {
    return (await this.pictures.jpeg(await this.cards.card(slug, 'da'), MOST_BYTES)).sha256;
  }
}
