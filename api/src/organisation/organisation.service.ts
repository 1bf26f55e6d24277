import { Injectable } from '@nestjs/common';
import type { PublicOrganisation } from '@forhoering/shared/contracts/consultation.contract.js';
import type {
  HouseRules,
  OrganisationView,
  UpdateOrganisationInput,
} from '@forhoering/shared/contracts/session.contract.js';
import { cleanText } from '@forhoering/shared/text/clean-text.js';
import { AuditService, type Actor } from '../audit/audit.service.js';
import { Clock } from '../platform/clock/clock.js';
import { Config } from '../platform/config/config.js';
import { Database } from '../platform/database/database.js';
import { announcePublicChange } from '../platform/database/public-change.js';
import { refuseCpr } from '../platform/http/refuse-cpr.js';
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
    const { id: _id, updatedAt: _updatedAt, ...view } = await this.row();
    return view;
  }

  async public(): Promise<PublicOrganisation> {
    const { name, address, phone, email, accessibilityUrl } = await this.row();
    const mapAttribution = this.config.mapTiles?.attribution ?? null;
    return { name, address, phone, email, accessibilityUrl, mapAttribution };
  }

  /** What the municipality itself says on the page of house rules. */
  async houseRules(): Promise<HouseRules> {
    return { text: (await this.row()).houseRules };
  }

  /** @throws 409 `version-conflict`; 422 `has-cpr` */
  async update(actor: Actor, input: UpdateOrganisationInput): Promise<OrganisationView> {
    await this.db.transaction(async (tx) => {
      const { version, ...values } = input;
      if (values.houseRules !== undefined) values.houseRules = cleanText(values.houseRules);
      refuseCpr('houseRules', values.houseRules ?? '');
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
