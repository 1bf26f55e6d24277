import { Injectable } from '@nestjs/common';
import type {
  PublicConsultationSummary,
  PublicConsultationView,
} from '@forhoering/shared/contracts/consultation.contract.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import { Clock } from '../platform/clock/clock.js';
import { Config } from '../platform/config/config.js';
import { ProblemError } from '../platform/http/problem-error.js';
import { publicAnswer } from './answers/official-answer.views.js';
import { OfficialAnswersRepository } from './answers/official-answers.repository.js';
import { ChangesService } from './changes/changes.service.js';
import { publicView } from './consultation.views.js';
import { ConsultationsRepository, type ConsultationWithNames } from './consultations.repository.js';
import { publicFile } from './files/consultation-file.views.js';
import { ConsultationFilesRepository } from './files/consultation-files.repository.js';

/** Consultations as everybody sees them. A draft does not exist here. */
@Injectable()
export class PublicConsultationsService {
  constructor(
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly repository: ConsultationsRepository,
    private readonly files: ConsultationFilesRepository,
    private readonly answers: OfficialAnswersRepository,
    private readonly organisation: OrganisationService,
    private readonly changes: ChangesService,
  ) {}

  list(): Promise<PublicConsultationSummary[]> {
    return this.repository.publicSummaries(this.clock.now());
  }

  /** What everybody may read. A draft does not exist for the public. @throws 404 */
  async bySlug(slug: string): Promise<PublicConsultationView> {
    return this.view(await this.published(slug));
  }

  /** For a preview: what everybody will read once it is published; null when the draft was thrown away. */
  async asCitizensWill(id: string): Promise<PublicConsultationView | null> {
    const found = await this.repository.withNames({ id });
    return !found || ['discarded', 'standing'].includes(found.consultation.state) ? null : this.view(found);
  }

  /** The next instant at which what the public sees changes by the clock alone. */
  nextBoundary(view: Pick<PublicConsultationView, 'opensAt' | 'closesAt'>): number | null {
    const now = this.clock.nowMs();
    const ahead = [view.opensAt, view.closesAt]
      .flatMap((at) => (at === null ? [] : [Date.parse(at)]))
      .filter((at) => at > now);
    return ahead.length === 0 ? null : Math.min(...ahead);
  }

  private async view(found: ConsultationWithNames): Promise<PublicConsultationView> {
    const { id } = found.consultation;
    const [counts, organisation, changes, files, answers] = await Promise.all([
      this.repository.publicCounts(id),
      this.organisation.public(),
      this.changes.of(id),
      this.files.of(id),
      this.answers.of(id),
    ]);
    return publicView({
      found,
      changes,
      publicUrl: this.config.publicUrl,
      nowMs: this.clock.nowMs(),
      counts,
      organisation,
      files: files.map(publicFile),
      officialAnswers: answers.map(publicAnswer),
    });
  }

  private async published(slug: string) {
    const found = await this.repository.withNames({ slug });
    if (!found || !['published', 'closed'].includes(found.consultation.state))
      throw new ProblemError(404, 'consultation-not-found');
    return found;
  }
}
