import type {
  Question,
  QuestionKind,
  TimelineStep,
  Visibility,
} from '@forhoering/shared/contracts/consultation.contract.js';

/** A date and a clock time as somebody types them. */
export interface Moment {
  date: string;
  time: string;
}

export interface DraftQuestion {
  /** Ours, so that a row stays itself while it is moved. */
  key: number;
  /** The server's, once it has been saved. */
  id: string | null;
  kind: QuestionKind;
  label: string;
  options: string[];
}

/** The editor's fields as they are typed, under the API's own names. */
export interface Draft {
  title: string;
  teaser: string;
  purpose: string;
  canInfluence: string[];
  settled: string[];
  questions: DraftQuestion[];
  /** GeoJSON as it was drawn or read; once saved, as the server made it. */
  area: Record<string, unknown> | null;
  opensAt: Moment;
  closesAt: Moment;
  /** When each step is expected, in words; '' where nobody knows. */
  timeline: Record<TimelineStep, string>;
  visibility: Visibility;
  visibilityReason: string;
  allowReplies: boolean;
  departmentId: string;
  caseNumber: string;
  contact: string;
  deleteOn: string;
  legalBasis: string;
  privacyNotice: string;
}
export type Field = keyof Draft;

export const FIELD_DA: Record<Field, string> = {
  title: 'Titel',
  teaser: 'Kort om sagen',
  purpose: 'Baggrund',
  canInfluence: 'Det kan du påvirke',
  settled: 'Det ligger fast',
  questions: 'Spørgsmål',
  area: 'Område',
  opensAt: 'Åbner',
  closesAt: 'Lukker',
  timeline: 'Det videre forløb',
  visibility: 'Hvem ser bidragene',
  visibilityReason: 'Hvorfor med det samme',
  allowReplies: 'Svar mellem borgere',
  departmentId: 'Afdeling',
  caseNumber: 'Sagsnummer',
  contact: 'Kontakt',
  deleteOn: 'Slettefrist',
  legalBasis: 'Retsgrundlag',
  privacyNotice: 'Oplysninger om borgeren',
};

export interface Section {
  id: string;
  label: string;
  fields: readonly Field[];
}

/**
 * The editor's parts, in the order of the page. A new part is a line here and its fields in `EditorForm.svelte`.
 * Pictures and files save themselves and are no field of the draft.
 */
export const SECTIONS: readonly Section[] = [
  { id: 'om', label: 'Om forhøringen', fields: ['title', 'teaser', 'purpose'] },
  { id: 'paavirkes', label: 'Det kan påvirkes', fields: ['canInfluence', 'settled'] },
  { id: 'spoergsmaal', label: 'Spørgsmål', fields: ['questions'] },
  { id: 'omraade', label: 'Område', fields: ['area'] },
  { id: 'tid', label: 'Tid', fields: ['opensAt', 'closesAt', 'timeline'] },
  { id: 'filer', label: 'Billeder og filer', fields: [] },
  { id: 'visning', label: 'Hvem ser bidragene', fields: ['visibility', 'visibilityReason', 'allowReplies'] },
  { id: 'sag', label: 'Afdeling og sag', fields: ['departmentId', 'caseNumber', 'contact'] },
  { id: 'ret', label: 'Ret og slettefrist', fields: ['deleteOn', 'legalBasis', 'privacyNotice'] },
];

let lastKey = 0;
export function draftQuestion(from?: Pick<Question, 'kind' | 'label' | 'options'> & { id?: string }): DraftQuestion {
  lastKey += 1;
  return {
    key: lastKey,
    id: from?.id ?? null,
    kind: from?.kind ?? 'text',
    label: from?.label ?? '',
    options: [...(from?.options ?? [])],
  };
}
