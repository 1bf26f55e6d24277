export const NEEDS_REASONS = ['question', 'addressed', 'below-answer', 'tag', 'person'] as const;
/** Why somebody waits for an answer. */
export type NeedsReason = (typeof NEEDS_REASONS)[number];

/** What a Danish question begins with, after a full stop or at the start. */
const QUESTION_WORDS =
  /(?:^|[.!?:\n]\s*|\b(?:men|og|så|altså)\s+)(?:hvad|hvem|hvor(?:når|dan|for|hen|fra|ledes|vidt|meget|mange|længe|stor|høj|tit|ofte)?|hvilken|hvilket|hvilke|hvis|mon|kan (?:i|man|kommunen|du|jeg|vi)|må (?:man|jeg|vi)|skal (?:man|vi|jeg)|bliver der|er der|er det|har i|vil i|får vi|ved i|gælder det)(?![\p{L}\p{N}])/iu;
/** "hvis" begins a condition as often as a question. */
const CONDITION = /(?:^|[.!?:\n]\s*)hvis(?![\p{L}\p{N}])/iu;
const ENGLISH =
  /(?:^|[.!?:\n]\s*)(?:what|when|where|who|why|how|which|will you|can you|could you|is there|are there)\b/iu;
const ADDRESSED =
  /(?:kan i (?:ikke )?(?:oplyse|svare|fortælle|forklare|sige)|(?:vil|kunne|ønsker) (?:gerne|godt) (?:vide|høre|have (?:et )?svar)|(?:kære|hej|til) (?:kommune|forvaltning|plan og byg|vej og park)|jeg spørger|mit spørgsmål|svar (?:mig|venligst|udbedes)|please (?:answer|reply)|i would like to know)/iu;

/**
 * Whether a text asks for an answer, and why. Generous on purpose: a person ends with one key what needs none,
 * while a question that is overlooked breaks the promise.
 */
export function needsAnswer(text: string): NeedsReason | null {
  // A question mark in an address (`?id=3`) asks nothing.
  const said = text.normalize('NFC').replace(/https?:\/\/\S+/giu, ' ');
  if (/[?？؟]/u.test(said)) return 'question';
  if (ADDRESSED.test(said)) return 'addressed';
  const words = QUESTION_WORDS.exec(said);
  if (words && !CONDITION.test(words[0])) return 'question';
  return ENGLISH.test(said) ? 'question' : null;
}

/** The name of the tag that makes a conversation of a comment, however it is written. */
export const isQuestionTag = (name: string): boolean => /^spørgsmål( til os)?$/iu.test(name.trim().normalize('NFC'));
