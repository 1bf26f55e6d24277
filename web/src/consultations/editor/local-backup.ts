import type { Draft, Field } from './fields';

/** Changes that have not reached the server: what was typed, and what it was typed over. */
export interface Backup {
  base: Partial<Draft>;
  mine: Partial<Draft>;
  at: string;
}

const keyOf = (accountId: string, consultationId: string): string => `forhoering:kladde:${accountId}:${consultationId}`;

/** Keeps what is not saved yet on this machine, so that a lost network or a closed tab loses nothing. */
export class LocalBackup {
  private readonly key: string;

  constructor(accountId: string, consultationId: string) {
    this.key = keyOf(accountId, consultationId);
  }

  /** @returns false where nothing can be kept (a private window, a full store) */
  keep(fields: readonly Field[], mine: Draft, base: Draft): boolean {
    try {
      if (fields.length === 0) localStorage.removeItem(this.key);
      else
        localStorage.setItem(
          this.key,
          JSON.stringify({ base: pick(base, fields), mine: pick(mine, fields), at: new Date().toISOString() }),
        );
      return true;
    } catch {
      return false;
    }
  }

  /** What was left here, or null. Rubbish under the name counts as nothing. */
  read(): Backup | null {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(this.key) ?? 'null');
      return typeof kept === 'object' && kept !== null && 'mine' in kept && 'base' in kept ? (kept as Backup) : null;
    } catch {
      return null;
    }
  }
}

const pick = (draft: Draft, fields: readonly Field[]): Partial<Draft> =>
  Object.fromEntries(fields.map((field) => [field, draft[field]]));
