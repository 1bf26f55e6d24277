import type { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { LIMITS } from '@forhoering/shared/limits.js';

let factory: Promise<ZxcvbnFactory> | null = null;

/** Loaded on first use: the dictionaries are megabytes, and most processes never see a new password. */
async function load(): Promise<ZxcvbnFactory> {
  const [core, common] = await Promise.all([import('@zxcvbn-ts/core'), import('@zxcvbn-ts/language-common')]);
  return new core.ZxcvbnFactory({ dictionary: common.dictionary, graphs: common.adjacencyGraphs });
}

/**
 * What is wrong with a new password, or null.
 * Length first (NIST SP 800-63B), then a guess at how soon it is tried: known passwords, keyboard runs, the person's own name.
 */
export async function passwordProblem(
  password: string,
  own: readonly string[],
): Promise<'password-too-short' | 'password-too-common' | 'too-long' | null> {
  if ([...password].length < LIMITS.passwordMin) return 'password-too-short';
  if ([...password].length > LIMITS.passwordMax) return 'too-long';
  const words = own.flatMap((text) => text.split(/[\s@.]+/)).filter((word) => word.length > 2);
  factory ??= load();
  return (await factory).check(password, ['forhøring', 'forhoering', 'kommune', ...words]).score < 2
    ? 'password-too-common'
    : null;
}
