import { describe, expect, it } from '@jest/globals';
import { newShortCode, typedShortCode } from './short-code.js';
import { qrModules, qrPixels, qrSvg } from './qr.rules.js';
import { plain, shareCardSvg, type CardContent } from './share-card.rules.js';

const half = (text: string): number => [...text].length * 0.55;
const content: CardContent = {
  title: 'Hvad skal der ske på Mejerigrunden?',
  call: 'Skriv, før det bliver besluttet.',
  date: 'Frist søndag 29. marts 2026',
  organisation: 'Nørreskov Kommune',
  area: null,
};
const titleOf = (svg: string): { size: number; lines: string[]; lowest: number } => {
  const found = [
    ...svg.matchAll(/<text x="72" y="([\d.]+)" font-weight="600" font-size="(\d+)" letter-spacing[^>]*>([^<]*)</g),
  ];
  return {
    size: Number(found[0]?.[2]),
    lines: found.map(([, , , line]) => line ?? ''),
    lowest: Math.min(...found.map(([, y]) => Number(y))),
  };
};

describe('short codes', () => {
  it('have no look-alikes, and are read however they are typed', () => {
    for (let i = 0; i < 200; i += 1) expect(newShortCode()).toMatch(/^[2-9a-hjkmnp-tv-z]{7}$/);
    expect(typedShortCode('H7K2M4P')).toBe('h7k2m4p');
    for (const wrong of ['', 'h7k2m4', 'h7k2m4pp', 'h7k2m4o', 'h7k2m4%']) expect(typedShortCode(wrong)).toBeNull();
  });
});

describe('the share card', () => {
  it('sets a short title large and a long one smaller, in as many lines as there is room for', () => {
    expect(titleOf(shareCardSvg(content, half)).size).toBe(74);
    for (const title of [
      'ord '.repeat(30),
      'W'.repeat(120),
      'Sammensatteordgårigennemheletitlenuden mellemrum '.repeat(3).slice(0, 120),
    ]) {
      const { size, lines, lowest } = titleOf(shareCardSvg({ ...content, title }, half));
      expect(lines.length).toBeLessThanOrEqual(size === 74 ? 3 : 6);
      // Clear of the name above it.
      expect(lowest - size).toBeGreaterThan(125);
    }
  });
  it('reads nothing as markup, and drops what turns the writing round', () => {
    const svg = shareCardSvg({ ...content, title: '</text><script>&\u202e\u0000', organisation: '<i>"' }, half);
    expect(svg).not.toMatch(/<script|<i>|\u202e|\u0000/);
    expect(plain('a\u00adb\u200dc\n\n d')).toBe('abc d');
    expect(() => shareCardSvg({ ...content, title: '', organisation: '', call: '', date: '' }, half)).not.toThrow();
  });
});

describe('QR codes', () => {
  it('have four white modules around them and whole pixels per module', () => {
    const modules = qrModules('https://forhoering.example/k/h7k2m4p');
    expect(modules.slice(0, 4).flat().some(Boolean)).toBe(false);
    expect(modules[4]?.slice(4, 11).every(Boolean)).toBe(true);
    const { edge, bytes } = qrPixels(modules, 500);
    expect(edge % modules.length).toBe(0);
    expect(edge).toBeLessThanOrEqual(500);
    expect(bytes).toHaveLength(edge * edge);
    expect(qrSvg(modules, '<x>')).toContain('<title>&lt;x&gt;</title>');
  });
});
