import { Injectable } from '@nestjs/common';
import sharp from 'sharp';
import type { LinkSource } from '@forhoering/shared/consultations/link-sources.js';
import { PublicConsultationsService } from '../public-consultations.service.js';
import { qrModules, qrPixels, qrSvg } from './qr.rules.js';

/** The short link as a QR code. */
@Injectable()
export class QrCodesService {
  constructor(private readonly consultations: PublicConsultationsService) {}

  /** @throws 404 */
  async svg(slug: string, k: LinkSource | undefined): Promise<Buffer> {
    const { shortUrl } = await this.consultations.bySlug(slug);
    const link = linkWithSource(shortUrl, k);
    return Buffer.from(qrSvg(qrModules(link), link));
  }

  /** @param size pixels at most; modules are whole pixels. @throws 404 */
  async png(slug: string, k: LinkSource | undefined, size: number): Promise<Buffer> {
    const { shortUrl } = await this.consultations.bySlug(slug);
    const { edge, bytes } = qrPixels(qrModules(linkWithSource(shortUrl, k)), size);
    return sharp(bytes, { raw: { width: edge, height: edge, channels: 1 } })
      .png({ palette: true, colours: 2 })
      .toBuffer();
  }
}

export const linkWithSource = (link: string, k: LinkSource | undefined): string =>
  k === undefined ? link : `${link}?k=${k}`;
