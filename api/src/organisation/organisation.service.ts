import { Injectable } from '@nestjs/common';
import type { PublicOrganisation } from '@forhoering/shared/contracts/consultation.contract.js';
import type { OrganisationView, UpdateOrganisationInput } from '@forhoering/shared/contracts/session.contract.js';
import { AuditService, type Actor } from '../audit/audit.service.js';
import { Clock } from '../platform/clock/clock.js';
import { Config } from '../platform/config/config.js';
import { Database } from '../platform/database/database.js';
import { announcePublicChange } from '../platform/database/public-change.js';
import { conflict } from '../platform/http/problem-error.js';
import { Organisation } from './organisation.entity.js';

/** Name, address and contacts of the municipality, as citizens see them. */
@Injectable()
export class OrganisationService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly audit: AuditService,
  ) {}

  async get(): Promise<OrganisationView> {
    const { name, address, phone, email, dpoContact, accessibilityUrl, caseNumberPattern, version } = await this.row();
    return { name, address, phone, email, dpoContact, accessibilityUrl, caseNumberPattern, version };
  }

  async public(): Promise<PublicOrganisation> {
    const { name, address, phone, email, accessibilityUrl } = await this.row();
    const mapAttribution = this.config.mapTiles?.attribution ?? null;
    return { name, address, phone, email, accessibilityUrl, mapAttribution };
  }

  async update(actor: Actor, input: UpdateOrganisationInput): Promise<OrganisationView> {
    await this.db.transaction(async (tx) => {
      const { version, ...values } = input;
      const done = await tx
        .getRepository(Organisation)
        .update({ id: 1, version }, { ...values, version: version + 1, updatedAt: this.clock.now() });
      if (done.affected !== 1) throw conflict('version-conflict');
      await this.audit.record(tx, {
        actor,
        action: 'organisation.update',
        subjectKind: 'organisation',
        subjectId: null,
      });
      await announcePublicChange(tx, 'all');
    });
    return this.get();
  }

  private row(): Promise<Organisation> {
    return this.db.source.getRepository(Organisation).findOneByOrFail({ id: 1 });
  }
}
