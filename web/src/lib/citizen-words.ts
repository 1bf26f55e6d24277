import { citizenDa, type CitizenWords } from '@forhoering/shared/i18n/citizen.da.js';
import { citizenEn } from '@forhoering/shared/i18n/citizen.en.js';

export type Language = 'da' | 'en';

export const words = (language: Language): CitizenWords => (language === 'en' ? citizenEn : citizenDa);

/** Keeps the chosen language in links; Danish is the default and needs no mark. */
export const inLanguage = (path: string, language: Language): string =>
  language === 'en' ? `${path}${path.includes('?') ? '&' : '?'}lang=en` : path;
