import type { ConsultationInput, PublicConsultationView } from './consultation.contract.js';

/** What a consultation can begin with. Copied, never referred to: deleting one changes no consultation. */
export interface TemplateView {
  /** A name for the built-in ones (`idea-phase`), otherwise a UUID. */
  id: string;
  builtIn: boolean;
  name: string;
  description: string;
  /** Suggested length; null = no dates are suggested. */
  periodDays: number | null;
  input: ConsultationInput;
  /** Who saved it; null for the built-in ones. */
  savedBy: string | null;
  updatedAt: string | null;
  version: number;
}

/** Saves a consultation's texts and questions, its length and its visibility as a template; never dates, case number or privacy notice. */
export interface SaveTemplateInput {
  name: string;
  description?: string;
  consultationId: string;
}

export interface UpdateTemplateInput {
  name?: string;
  description?: string;
  version: number;
}

/** Sent every few seconds while the editor is open. */
export interface PresenceInput {
  /** The field with the focus; null = none. */
  field?: string | null;
}

/** Somebody else who has the same editor open. */
export interface PersonPresent {
  name: string;
  field: string | null;
}

export interface PresenceView {
  /** The consultation's version now: another one than was read means that somebody saved. */
  version: number;
  updatedAt: string;
  updatedBy: string | null;
  others: PersonPresent[];
}

export interface PreviewLinkInput {
  /** 1–30; 7 when left out. */
  days?: number;
}

export interface PreviewLinkView {
  id: string;
  createdAt: string;
  createdBy: string | null;
  expiresAt: string;
  state: 'active' | 'expired' | 'revoked';
}

/** The address is shown this once; only its hash is stored. */
export interface PreviewLinkMade extends PreviewLinkView {
  url: string;
}

/** What a colleague without account sees. `published` = go to its public address instead. */
export interface DraftPreview {
  consultation: PublicConsultationView;
  published: boolean;
  expiresAt: string;
}

export const PRESET_KINDS = ['legalBasis', 'privacyNotice'] as const;
export type PresetKind = (typeof PRESET_KINDS)[number];

/** A municipality's own standard text. Chosen, it is copied into the field, where it can be changed. */
export interface TextPresetView {
  /** `standard` is the built-in privacy notice, filled with the municipality's contacts. */
  id: string;
  builtIn: boolean;
  kind: PresetKind;
  name: string;
  text: string;
  version: number;
}

export interface TextPresetInput {
  kind: PresetKind;
  name: string;
  text: string;
}

export interface UpdateTextPresetInput {
  name?: string;
  text?: string;
  version: number;
}
