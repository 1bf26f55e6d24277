import { findAll } from '@forhoering/shared/screening/screen-comment.js';
import { invalidField } from './problem-error.js';

/** A CPR number is never published, not even by the municipality. @throws 422 `has-cpr` at the field */
export function refuseCpr(field: string, text: string): void {
  if (findAll(text).some(({ kind }) => kind === 'cpr')) throw invalidField(field, 'has-cpr');
}
