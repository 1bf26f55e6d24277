import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type {
  TextPresetInput,
  TextPresetView,
  UpdateTextPresetInput,
} from '@forhoering/shared/contracts/opening.contract.js';
import { LIMITS } from '@forhoering/shared/limits.js';
import { AuditService, type Actor } from '../../audit/audit.service.js';
import { OrganisationService } from '../../organisation/organisation.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/sql.js';
import { conflict, invalidField, notFound } from '../../platform/http/problem-error.js';
import { DEFAULT_LEGAL_BASIS, defaultPrivacyNotice } from '../default-texts.js';
import { TextPreset } from './text-preset.entity.js';

/** A municipality's standard texts for legal basis and privacy. The first of each kind is what a new consultation begins with. */
@Injectable()
export class TextPresetsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly organisation: OrganisationService,
    private readonly audit: AuditService,
  ) {}

  /** Own ones in the order they were made; the built-in privacy notice after them. */
  async list(): Promise<TextPresetView[]> {
    const rows = await this.db.source.getRepository(TextPreset).find({ order: { createdAt: 'ASC', id: 'ASC' } });
    return [
      ...rows.map(view),
      {
        id: 'standard',
        builtIn: true,
        kind: 'privacyNotice',
        name: 'Standardteksten',
        text: defaultPrivacyNotice(await this.organisation.get()),
        version: 1,
      },
    ];
  }

  /** What a new consultation begins with. */
  async standard(): Promise<{ legalBasis: string; privacyNotice: string }> {
    const presets = await this.list();
    const first = (kind: TextPresetView['kind']): string | undefined => presets.find((one) => one.kind === kind)?.text;
    return { legalBasis: first('legalBasis') ?? DEFAULT_LEGAL_BASIS, privacyNotice: first('privacyNotice') ?? '' };
  }

  async create(actor: Actor, input: TextPresetInput): Promise<TextPresetView> {
    const now = this.clock.now();
    const preset: TextPreset = { id: uuidv7(), ...input, createdAt: now, updatedAt: now, version: 1 };
    await this.db.transaction(async (tx) => {
      requireFits(preset);
      if ((await tx.getRepository(TextPreset).count()) >= LIMITS.textPresets)
        throw conflict('too-many-presets', { max: LIMITS.textPresets });
      await tx.getRepository(TextPreset).insert(preset);
      await this.record(tx, actor, 'textPreset.create', preset.id);
    });
    return view(preset);
  }

  async update(actor: Actor, id: string, { name, text, version }: UpdateTextPresetInput): Promise<TextPresetView> {
    return this.db.transaction(async (tx) => {
      const preset = await this.forChange(tx, id);
      if (preset.version !== version) throw conflict('version-conflict', { version: preset.version });
      preset.name = name ?? preset.name;
      preset.text = text ?? preset.text;
      requireFits(preset);
      preset.version += 1;
      preset.updatedAt = this.clock.now();
      await tx.getRepository(TextPreset).save(preset);
      await this.record(tx, actor, 'textPreset.update', id);
      return view(preset);
    });
  }

  /** Consultations keep the words they copied. @throws 404 */
  async remove(actor: Actor, id: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      await this.forChange(tx, id);
      await tx.getRepository(TextPreset).delete({ id });
      await this.record(tx, actor, 'textPreset.delete', id);
    });
  }

  private async forChange(tx: Tx, id: string): Promise<TextPreset> {
    const preset = await tx.getRepository(TextPreset).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!preset) throw notFound();
    return preset;
  }

  private record(tx: Tx, actor: Actor, action: string, id: string): Promise<void> {
    return this.audit.record(tx, { actor, action, subjectKind: 'textPreset', subjectId: id });
  }
}

/** What is chosen must fit the field it goes into. @throws 422 */
function requireFits({ kind, text }: Pick<TextPreset, 'kind' | 'text'>): void {
  const max = LIMITS[kind];
  if ([...text].length > max) throw invalidField('text', 'too-long', { max });
}

const view = ({ id, kind, name, text, version }: TextPreset): TextPresetView => ({
  id,
  builtIn: false,
  kind,
  name,
  text,
  version,
});
