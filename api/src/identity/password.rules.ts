import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import * as common from '@zxcvbn-ts/language-common';
import { LIMITS } from '@forhoering/shared/limits.js';

let factory: ZxcvbnFactory | null = null;

/** Made on first use: the dictionaries take a moment and most processes never check a new password. */
function estimator(): ZxcvbnFactory {
  factory ??= new ZxcvbnFactory({ dictionary: common.dictionary, graphs: common.adjacencyGraphs });
  return factory;
}

/**
 * What is wrong with a new password, or null.
 * Length first (NIST SP 800-63B), then a guess at how soon it is tried: known passwords, keyboard runs, the person's own name.
 */
export function passwordProblem(
  password: string,
  own: readonly string[],
): 'password-too-short' | 'password-too-common' | 'too-long' | null {
  if ([...password].length < LIMITS.passwordMin) return 'password-too-short';
  if ([...password].length > LIMITS.passwordMax) return 'too-long';
  const words = own.flatMap((text) => text.split(/[\s@.]+/)).filter((word) => word.length > 2);
  return estimator().check(password, ['forhøring', 'forhoering', 'kommune', ...words]).score < 2
    ? 'password-too-common'
    : null;
}
