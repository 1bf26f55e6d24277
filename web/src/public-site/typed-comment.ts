import { SPEAKS_AS, type SpeaksAs } from '@forhoering/shared/comments/comment-states.js';
import type { QuestionAnswer } from '@forhoering/shared/contracts/comment.contract.js';
import type { Point } from '@forhoering/shared/geo/denmark.js';
import { textField } from '../lib/text-field';

/** What somebody has typed in the form: it goes to the API, and back into the form when something must be corrected. */
export interface TypedComment {
  text: string;
  name: string;
  email: string;
  place: string;
  speaksAs: SpeaksAs;
  organisation: string;
  nameProtected: boolean;
  /** As the form's fields have it: empty, or degrees. */
  longitude: string;
  latitude: string;
  /** Tokens of photos that are uploaded already. */
  photos: string[];
  /** Chosen answers by question id. */
  answers: Record<string, string[]>;
}

export const NOTHING_TYPED: TypedComment = {
  text: '',
  name: '',
  email: '',
  place: '',
  speaksAs: 'private',
  organisation: '',
  nameProtected: false,
  longitude: '',
  latitude: '',
  photos: [],
  answers: {},
};

const ANSWER = /^q-([0-9a-f-]{36})$/;

export function typedComment(form: FormData): TypedComment {
  const answers: Record<string, string[]> = {};
  for (const [field, value] of form) {
    const id = ANSWER.exec(field)?.[1];
    if (id !== undefined && typeof value === 'string' && value !== '') (answers[id] ??= []).push(value);
  }
  const speaksAs = textField(form, 'speaksAs');
  return {
    text: textField(form, 'text'),
    name: textField(form, 'name'),
    email: textField(form, 'email'),
    place: textField(form, 'place'),
    speaksAs: SPEAKS_AS.find((one) => one === speaksAs) ?? 'private',
    organisation: textField(form, 'organisation'),
    nameProtected: form.has('nameProtected'),
    longitude: form.has('dropPin') ? '' : textField(form, 'longitude'),
    latitude: form.has('dropPin') ? '' : textField(form, 'latitude'),
    photos: form.getAll('photoToken').filter((token) => typeof token === 'string'),
    answers,
  };
}

export function questionAnswers({ answers }: TypedComment): QuestionAnswer[] {
  return Object.entries(answers).map(([questionId, values]) => ({ questionId, values }));
}

/** The pin of the form; none when there is none, or something that is no number. */
export function typedPoint({ longitude, latitude }: TypedComment): Point | undefined {
  const point = { longitude: Number.parseFloat(longitude), latitude: Number.parseFloat(latitude) };
  return Number.isFinite(point.longitude) && Number.isFinite(point.latitude) ? point : undefined;
}
