// @ts-check
// Which official answers fit what is being written. It happens in the browser: half-written words are nobody else's business.

const COMMON = new Set(
  'alle alt andre at bare begge blev blive bliver bør da de dem den denne der deres det dette dig din dit dog du eller en end er et efter endnu for fordi fra få får før gøre ham han har havde have hele helt hen her hos hun hvad hvem hver hvilke hvis hvor hvordan hvorfor hvornår ikke ind ingen intet ja jeg jer jeres kan kom komme kommer kunne lige man mange med meget men mens mere mig min mit må nej noget nogle nok nu når og også om op os over på se selv sig sin sit skal skulle som så til ud under uden var ved vi vil ville vor være været the and for you are with that this have from will can what how when where not but'.split(
    ' ',
  ),
);
const ENDINGS = /(erne|ernes|ede|ende|ene|ens|ets|ers|en|et|er|es|e|s)$/;

/** Words that carry meaning, without their endings: "parkeringspladserne" and "parkeringsplads" are one. @param {string} text */
export function stems(text) {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  return new Set(
    words.filter((word) => !COMMON.has(word)).map((word) => (word.length > 5 ? word.replace(ENDINGS, '') : word)),
  );
}

/** True when one stem is the other or begins with it (compounds: "parkering" in "parkeringsplads"). @param {string} a @param {string} b */
const akin = (a, b) => a === b || (a.length >= 5 && b.startsWith(a)) || (b.length >= 5 && a.startsWith(b));

/**
 * The best of the answers, at most three. Words that few answers have weigh most; one shared word alone
 * is not enough, unless it is a long one: a compound says by itself what it is about.
 * @param {string} text what is being written
 * @param {Array<{ id: string, question: string, answer: string }>} answers
 * @returns {string[]} ids, best first
 */
export function matchAnswers(text, answers) {
  const typed = [...stems(text)];
  if (typed.length < 2) return [];
  const prepared = answers.map(({ id, question, answer }) => ({
    id,
    question: [...stems(question)],
    answer: [...stems(answer)],
  }));
  const has = (/** @type {string[]} */ words, /** @type {string} */ stem) => words.some((word) => akin(word, stem));
  const weight = (/** @type {string} */ stem) => {
    const among = prepared.filter(({ question, answer }) => has(question, stem) || has(answer, stem)).length;
    return among === 0 ? 0 : Math.log(1 + prepared.length / among);
  };
  const weights = new Map(typed.map((stem) => [stem, weight(stem)]));
  return prepared
    .map(({ id, question, answer }) => {
      const inQuestion = typed.filter((stem) => has(question, stem));
      const inAnswer = typed.filter((stem) => !has(question, stem) && has(answer, stem));
      const sum = (/** @type {string[]} */ list) => list.reduce((total, stem) => total + (weights.get(stem) ?? 0), 0);
      const telling = inQuestion.some((stem) => stem.length >= 9) ? 1 : 0;
      return {
        id,
        shared: inQuestion.length + inAnswer.length / 2 + telling,
        score: sum(inQuestion) + sum(inAnswer) / 2,
      };
    })
    .filter(({ shared }) => shared >= 1.5)
    .sort((a, b) => b.score - a.score)
    .slice(0, 3)
    .map(({ id }) => id);
}
