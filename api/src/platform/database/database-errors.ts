/** Which database errors mean "not now" rather than "wrong". */
const UNAVAILABLE = new Set([
  '53000',
  '53100',
  '53200',
  '53300', // out of resources: disk full, memory, connections
  '57P01',
  '57P02',
  '57P03', // shutting down, starting up
  '58030', // I/O error
  '25006', // read-only: a standby, or the disk went read-only
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENOTFOUND',
]);

export function pgCode(error: unknown): string | null {
  if (typeof error !== 'object' || error === null) return null;
  const code = 'code' in error ? error.code : undefined;
  if (typeof code === 'string') return code;
  return 'driverError' in error ? pgCode(error.driverError) : null;
}

export function pgConstraint(error: unknown): string | null {
  if (typeof error !== 'object' || error === null) return null;
  if ('constraint' in error && typeof error.constraint === 'string') return error.constraint;
  return 'driverError' in error ? pgConstraint(error.driverError) : null;
}

/** True when the database is gone, starting, full or out of connections: try again later. */
export function isUnavailable(error: unknown): boolean {
  const code = pgCode(error);
  if (code !== null) return UNAVAILABLE.has(code) || code.startsWith('08') || code.startsWith('53');
  return (
    error instanceof Error &&
    /Connection terminated|timeout exceeded when trying to connect|Connection ended|not queryable|Driver not Connected/i.test(
      error.message,
    )
  );
}

/** True when PostgreSQL cannot hold the text: a null byte or a broken encoding. */
export function isBadText(error: unknown): boolean {
  return ['22021', '22P05'].includes(pgCode(error) ?? '');
}

export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  return pgCode(error) === '23505' && (constraint === undefined || pgConstraint(error) === constraint);
}
