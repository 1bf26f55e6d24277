import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { Injectable } from '@nestjs/common';
import type { PosterSize, PublicConsultationView } from '@forhoering/shared/contracts/consultation.contract.js';
import { citizenDa } from '@forhoering/shared/i18n/citizen.da.js';
import { citizenEn } from '@forhoering/shared/i18n/citizen.en.js';
import { formatDeadlineBrief, type TimeLanguage } from '@forhoering/shared/time/format-time.js';
import { localDate } from '@forhoering/shared/time/wall-time.js';
import { Clock } from '../../platform/clock/clock.js';
import { FileStore } from '../../platform/files/file-store.js';
import { conflict, ProblemError } from '../../platform/http/problem-error.js';
import { log } from '../../platform/log/log.js';
import { PdfFailed, PdfRefused, PdfUnavailable, renderPdf } from '../../platform/pdf/pdf-renderer.js';
import { Turns } from '../../platform/process/turns.js';
import { ConsultationsService } from '../consultations.service.js';
import { PublicConsultationsService } from '../public-consultations.service.js';
import { linkWithSource } from './qr-codes.service.js';
import { qrModules, qrPath } from './qr.rules.js';

/** Beside the sources, also when this runs compiled: the compiler does not copy what is not TypeScript. */
const TEMPLATE = path.resolve(import.meta.dirname, '../../../src/consultations/sharing/poster.typ');
const TIMEOUT_MS = 60_000;

/** The poster for libraries, sport halls and lamp posts, as a PDF that can be printed and read aloud. */
@Injectable()
export class PostersService {
  private readonly turns = new Turns(1);

  constructor(
    private readonly clock: Clock,
    private readonly files: FileStore,
    private readonly consultations: ConsultationsService,
    private readonly shown: PublicConsultationsService,
  ) {}

  /** @throws 404; 409 `not-published-yet`; 503 `poster-unavailable` */
  async poster(id: string, size: PosterSize, language: TimeLanguage): Promise<{ bytes: Buffer; name: string }> {
    const { slug, state } = await this.consultations.get(id);
    if (['draft', 'discarded', 'standing'].includes(state)) throw conflict('not-published-yet');
    const view = await this.shown.bySlug(slug);
    const endTurn = await this.turns.take();
    const outFile = await this.files.scratchPath('pdf');
    try {
      const data = posterData(view, size, language, localDate(this.clock.now().toISOString()));
      await renderPdf({ data, templateFile: TEMPLATE, outFile, timeoutMs: TIMEOUT_MS });
      return { bytes: await readFile(outFile), name: `plakat-${slug}-${size}.pdf` };
    } catch (error) {
      if (!(error instanceof PdfUnavailable || error instanceof PdfRefused || error instanceof PdfFailed)) throw error;
      log.error('poster', error);
      throw new ProblemError(503, 'poster-unavailable');
    } finally {
      endTurn();
      await rm(outFile, { force: true });
    }
  }
}

/** What the template sets, as words. */
function posterData(view: PublicConsultationView, size: PosterSize, language: TimeLanguage, date: string) {
  const { share: t } = language === 'en' ? citizenEn : citizenDa;
  const modules = qrModules(linkWithSource(view.shortUrl, 'plakat'));
  const { organisation } = view;
  return {
    date,
    size,
    language,
    organisation: organisation.name,
    title: view.title,
    teaser: view.teaser,
    // Not as whole SVG: texts on their way into a document get invisible breaks where a word is very long.
    qrPath: qrPath(modules),
    qrSize: modules.length,
    qrAlt: t.qrAlt(view.shortUrl),
    scan: t.posterScan,
    link: view.shortUrl.replace(/^https?:\/\//, ''),
    deadline: view.closesAt === null ? '' : t.posterDeadline(formatDeadlineBrief(view.closesAt, language)),
    noLogin: t.posterNoLogin,
    contact: view.contact === '' ? organisation.phone : view.contact,
    contactLead: t.posterContact,
    sender: [view.departmentName ?? '', organisation.address].filter((part) => part !== '').join(' · '),
    caseNumber: view.caseNumber === '' ? '' : t.posterCase(view.caseNumber),
  };
}
