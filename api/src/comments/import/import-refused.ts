/** The whole file cannot be imported; `code` names why. */
export class ImportRefused extends Error {
  constructor(
    readonly code: string,
    readonly params: Record<string, string | number> = {},
  ) {
    super(code);
    this.name = 'ImportRefused';
  }
}
