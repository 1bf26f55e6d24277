import { describe, expect, it } from '@jest/globals';
import { findAddresses } from './address.rules.js';
import { findEmails, findPhones } from './contact.rules.js';
import { findAll, maskFindings, screenComment } from './screen-comment.js';
import { spamSignals } from './spam.rules.js';

const clean = (text: string) => ({ text, name: null, honeypot: '', spamHold: true });

describe('a telephone number', () => {
  it.each([
    'Ring 22 33 44 55',
    'tlf. 22334455',
    '2233 4455',
    '+45 22 33 44 55',
    '+4522334455',
    '(+45) 22334455',
    '0045 22 33 44 55',
    '22-33-44-55',
    '22.33.44.55',
    '２２ ３３ ４４ ５５',
    'mobil:22334455',
    '223 34 455',
  ])('is found in %j', (text) => {
    expect(findPhones(text)).toHaveLength(1);
  });
  it.each([
    'CVR 22334455',
    'cvr-nr. 22334455',
    'kr. 22334455',
    '22334455 kr',
    '22.334.455 kr.',
    'fra 2024 2025',
    '2026-2027',
    'den 29.03.2026',
    'sagsnr. 22334455',
    'EAN 5798001234567',
    'lokalplan 22334455',
    '12 34 56 78',
    '8999 Nørreskov',
    '1.234.567',
    'matrikel 22 33',
    'F-2026-014-0123',
    '24-01793',
    'GPS 56.123456, 10.123456',
  ])('is not seen in %j', (text) => {
    expect(findPhones(text)).toEqual([]);
  });
});

describe('a mail address', () => {
  it.each([
    'skriv til inger@eksempel.dk',
    'inger.hansen+x@post.eksempel.dk.',
    'inger (at) eksempel.dk',
    'ærø@ørsted.dk',
    'mailto:a@b.co',
    'INGER@EKSEMPEL.DK',
    'inger snabel-a eksempel.dk',
    'inger[at]eksempel[dot]dk',
  ])('is found in %j', (text) => {
    expect(findEmails(text)).toHaveLength(1);
  });
  it.each(['mødes @ torvet kl. 8', '@noerreskov', 'a@b', 'pris 5 @ 10', 'se eksempel.dk'])(
    'is not seen in %j',
    (text) => {
      expect(findEmails(text)).toEqual([]);
    },
  );
});

describe('an address', () => {
  it.each([
    'Jeg bor på Mejerivej 22, og der er mørkt',
    'vores hus, Kirkebakken 4 B, ligger lavt',
    'Med venlig hilsen Poul, Skolestien 3, 1. tv, 8999 Nørreskov',
    'Vi bor Åboulevarden 17',
    'jeg bor på skovvej 12, og der er mørkt',
    'JEG BOR PÅ SKOVVEJ 12',
    'Jeg bor på H.C. Andersens Boulevard 22',
    'Vi bor på Store Torv 3',
    'Jeg bor på Ved Åen 5',
    'Bor på Birkevænget 4. Her er mørkt',
    'Som nabo på Møllevej 3 ved jeg det',
    'We live at Skovvej 12',
  ])('is found where somebody lives: %j', (text) => {
    expect(findAddresses(text)).toHaveLength(1);
  });
  it.each([
    'Trafikken på Mejerivej 22 er slem',
    'Bump på Skolestien',
    'Jeg bor ved åen',
    'Der bor 22 på Mejerivej',
    'Mejerivej 22 skal rives ned',
    'Jeg bor i Danmark 5 måneder om året',
    'Vi bor ved åen 200 meter fra broen',
    'Vi bor på vejen 12 meter fra svinget',
    'Jeg bor i en lejlighed med 4 børn',
    'Min mor bor på Skovvej 12',
  ])('is what the comment is about in %j', (text) => {
    expect(findAddresses(text)).toEqual([]);
  });
});

describe('screening', () => {
  it('holds for private things and for spam, and for nothing else', () => {
    expect(screenComment(clean('Lad skorstenen stå!')).hold).toBe(false);
    expect(screenComment(clean('Ring på 22 33 44 55')).hold).toBe(true);
    expect(screenComment({ ...clean('Lad den stå'), name: 'Per 22334455' }).findings).toEqual([
      expect.objectContaining({ field: 'name', kind: 'phone' }),
    ]);
    expect(screenComment({ ...clean('Lad den stå'), honeypot: 'http://x' }).flags).toEqual(['honeypot']);
    expect(screenComment({ ...clean('Lad den stå'), honeypot: 'x', spamHold: false }).hold).toBe(false);
  });

  it('replaces what is marked by what it was, and keeps the rest to the letter', () => {
    const text = '🎨 cpr 211062-5629, tlf. 22 33 44 55, mail a@eksempel.dk. Tak 🌳';
    expect(maskFindings(text, findAll(text))).toBe(
      '🎨 cpr [cpr-nummer fjernet], tlf. [telefonnummer fjernet], mail [mailadresse fjernet]. Tak 🌳',
    );
  });

  it('takes the weightier of two findings in one place', () => {
    expect(findAll('2110625629').map((finding) => finding.kind)).toEqual(['cpr']);
  });

  it('sees links, markup and repeated characters as signals', () => {
    expect(spamSignals('http://a http://b http://c http://d', '')).toEqual(['many-links']);
    expect(spamSignals('[url=http://a]x[/url]', '')).toEqual(['markup-links']);
    expect(spamSignals('a'.repeat(30), '')).toEqual(['repeated-characters']);
    expect(spamSignals('Se https://planinfo.dk og https://dk.dk', '')).toEqual([]);
  });

  it('takes its time in proportion to the text', () => {
    const started = Date.now();
    for (const hostile of [
      'a'.repeat(100_000),
      'a@'.repeat(50_000),
      'a.'.repeat(50_000) + '@',
      '2 '.repeat(50_000),
      'Åvej 1 '.repeat(14_000),
      'A'.repeat(50_000) + 'vej 1',
      'Mejerivej 2, '.repeat(8_000),
    ])
      findAll(hostile);
    expect(Date.now() - started).toBeLessThan(10_000);
  });
});
