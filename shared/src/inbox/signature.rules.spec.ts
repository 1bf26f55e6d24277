import { describe, expect, it } from '@jest/globals';
import { signatureOf } from './signature.rules.js';

describe('the signature', () => {
  it('signs without a lonely comma', () => {
    expect(signatureOf('{organisation}, {department}', 'Nørreskov Kommune', 'Vej og Park')).toBe(
      'Nørreskov Kommune, Vej og Park',
    );
    expect(signatureOf('{organisation}, {department}', 'Nørreskov Kommune', null)).toBe('Nørreskov Kommune');
  });
});
