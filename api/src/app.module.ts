import { DynamicModule, Module } from '@nestjs/common';
import { AnalysisModule } from './analysis/analysis.module.js';
import { AuditModule } from './audit/audit.module.js';
import { CommentsModule } from './comments/comments.module.js';
import { ImportModule } from './comments/import/import.module.js';
import { CollectingModule } from './collecting/collecting.module.js';
import { ConsultationsModule } from './consultations/consultations.module.js';
import { DeliveryModule } from './delivery/delivery.module.js';
import { ENTITIES } from './entities.js';
import { ExportsModule } from './exports/exports.module.js';
import { HealthModule } from './health.module.js';
import { IdentityModule } from './identity/identity.module.js';
import { InboxModule } from './inbox/inbox.module.js';
import { OpenApiModule } from './openapi/openapi.module.js';
import { ModerationModule } from './moderation/moderation.module.js';
import { OrganisationModule } from './organisation/organisation.module.js';
import { Config } from './platform/config/config.js';
import { KeyRing } from './platform/keys/keys.js';
import { PlatformModule } from './platform/platform.module.js';
import { PublicSiteModule } from './public-site/public-site.module.js';
import { PublishingModule } from './publishing/publishing.module.js';
import { ResultsModule } from './results/results.module.js';
import { TaggingModule } from './tagging/tagging.module.js';

/** The whole house. Web process and worker are made of the same rooms. */
@Module({})
export class AppModule {
  static with(config: Config, keys: KeyRing): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with(config, keys, ENTITIES),
        AuditModule,
        IdentityModule,
        OrganisationModule,
        ConsultationsModule,
        DeliveryModule,
        PublishingModule,
        CommentsModule,
        CollectingModule,
        ModerationModule,
        TaggingModule,
        ImportModule,
        AnalysisModule,
        InboxModule,
        ResultsModule,
        ExportsModule,
        PublicSiteModule,
        HealthModule,
        OpenApiModule,
      ],
    };
  }
}
