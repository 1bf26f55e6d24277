/** One line of JSON per event on stderr. Ids only: no text, name, mail or number of a person is ever logged. */
type Fields = Record<string, string | number | boolean | null | undefined>;

function write(level: 'info' | 'warn' | 'error', event: string, fields: Fields): void {
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), level, event, ...fields })}\n`);
}

export const log = {
  info: (event: string, fields: Fields = {}) => write('info', event, fields),
  warn: (event: string, fields: Fields = {}) => write('warn', event, fields),
  error: (event: string, error: unknown, fields: Fields = {}) =>
    write('error', event, { ...fields, ...describe(error) }),
};

/** Name, code and stack; never the message of a database error, which may quote the row it refused. */
function describe(error: unknown): Fields {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 8);
  const message = code === undefined ? error.message : undefined;
  return { error: error.name, code, message, stack: frames.map((line) => line.trim()).join(' | ') };
}
