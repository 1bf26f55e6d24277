import { findAll } from './screen-comment.js';

/** Whose contact details may always stand in an answer. */
export interface OwnContact {
  /** Any writing of the municipality's number. */
  phone: string;
  /** Its mail address: every address of the same domain is its own. */
  email: string;
}

/**
 * What must not slip into an answer that everybody reads: somebody's telephone number or mail address, and whatever private
 * the citizen wrote (an address, too) that the answer repeats. The municipality's own are no secret, and a street that only
 * the answer names is a place. CPR numbers are another matter: they are never published.
 * @param said the citizen's own words
 * @returns the parts, each once; empty when a person need not look twice
 */
export function contactsIn(answer: string, said: string, own: OwnContact): string[] {
  const found = partsOf(answer).filter(({ kind, part }) =>
    kind === 'phone' ? digits(part) !== digits(own.phone) : kind === 'email' && domain(part) !== domain(own.email),
  );
  const words = plain(answer);
  const repeated = partsOf(said).filter(({ kind, part }) => kind !== 'phone' && words.includes(plain(part)));
  return [...new Set([...found, ...repeated].map(({ part }) => part))];
}

const partsOf = (text: string): Array<{ kind: string; part: string }> =>
  findAll(text)
    .map(({ kind, start, end }) => ({ kind, part: text.slice(start, end) }))
    .filter(({ kind }) => kind !== 'cpr');
const plain = (text: string): string => text.toLocaleLowerCase('da').replace(/\s+/gu, ' ').trim();
/** Eight digits, whatever stands before and between. */
const digits = (part: string): string => part.replace(/\P{Nd}/gu, '').slice(-8);
const domain = (address: string): string => plain(address).split('@').at(-1)?.trim() ?? '';
