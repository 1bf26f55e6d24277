import { Injectable } from '@nestjs/common';
import type { ShortLinkView } from '@forhoering/shared/contracts/consultation.contract.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { ConsultationsRepository } from '../consultations.repository.js';
import { typedShortCode } from './short-code.js';

/** Addresses that can be typed off a poster. */
@Injectable()
export class ShortLinksService {
  constructor(private readonly repository: ConsultationsRepository) {}

  /** Where a short link leads. @throws 404, also for a draft's */
  async lookUp(typed: string): Promise<ShortLinkView> {
    const code = typedShortCode(typed);
    const slug = code === null ? null : await this.repository.slugOfShortCode(code);
    if (slug === null) throw new ProblemError(404, 'consultation-not-found');
    return { slug };
  }
}
