// @ts-check
// Joining in with what others said: answers that fit what is being written, and "Enig". Everything works without it, in more steps.
import { matchAnswers } from './match-answers.js';

/** @template T @param {() => T} use @returns {T | null} */
function tryStorage(use) {
  try {
    return use();
  } catch {
    return null;
  }
}

const details = /** @type {HTMLDetailsElement[]} */ ([...document.querySelectorAll('details[data-answer]')]);
const answers = details.map((one) => ({
  id: one.dataset.answer ?? '',
  question: one.querySelector('summary')?.textContent ?? '',
  answer: one.querySelector('[data-answer-text]')?.textContent ?? '',
}));

/** Opened once is read once, on this page. @type {Set<string>} */
const counted = new Set();
const countRead = (/** @type {string} */ id) => {
  if (counted.has(id)) return;
  counted.add(id);
  navigator.sendBeacon?.(`/api/v1/public/official-answers/${id}/read`);
};
for (const one of details) one.addEventListener('toggle', () => one.open && countRead(one.dataset.answer ?? ''));

const box = /** @type {HTMLElement | null} */ (document.querySelector('[data-maybe-answered]'));
const text = /** @type {HTMLTextAreaElement | null} */ (
  document.querySelector('form[data-comment-form] textarea[name="text"]')
);
if (box && text && answers.length > 0) {
  const list = /** @type {HTMLElement} */ (box.querySelector('ul'));
  let shown = '';
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const offer = () => {
    const ids = matchAnswers(text.value, answers);
    if (ids.join() === shown) return;
    shown = ids.join();
    list.replaceChildren(
      ...ids.map((id) => {
        const answer = answers.find((one) => one.id === id);
        const item = document.createElement('li');
        const more = document.createElement('details');
        const question = document.createElement('summary');
        question.textContent = answer?.question ?? '';
        const said = document.createElement('p');
        said.textContent = answer?.answer ?? '';
        more.append(question, said);
        more.addEventListener('toggle', () => more.open && countRead(id));
        item.append(more);
        return item;
      }),
    );
    box.hidden = ids.length === 0;
  };
  text.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(offer, 600);
  });
  offer();
}

const KEY = 'forhoering-enig';
/** A random value for this alone, made when somebody first presses the button. */
const browser = () =>
  tryStorage(() => {
    const kept = localStorage.getItem(KEY) ?? crypto.randomUUID();
    localStorage.setItem(KEY, kept);
    return kept;
  });
const pressed = () =>
  new Set(/** @type {string[]} */ (tryStorage(() => JSON.parse(localStorage.getItem(`${KEY}-til`) ?? '[]')) ?? []));

for (const form of /** @type {NodeListOf<HTMLFormElement>} */ (document.querySelectorAll('form[data-support]'))) {
  const { support: number = '', slug = '', said = '', taken = '' } = form.dataset;
  const button = /** @type {HTMLButtonElement} */ (form.querySelector('button'));
  const count = /** @type {HTMLElement} */ (form.querySelector('[data-count]'));
  const status = /** @type {HTMLElement} */ (form.querySelector('[role="status"]'));
  const mark = (/** @type {boolean} */ on) => {
    button.setAttribute('aria-pressed', String(on));
    button.classList.toggle('on', on);
  };
  mark(pressed().has(number));
  form.addEventListener('submit', async (event) => {
    const mine = browser();
    // Without storage the form goes the long way, by its own page.
    if (mine === null) return;
    event.preventDefault();
    const supported = button.getAttribute('aria-pressed') !== 'true';
    button.disabled = true;
    try {
      const answer = await fetch(`/api/v1/public/consultations/${slug}/comments/${number}/support`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'accept-language': document.documentElement.lang },
        body: JSON.stringify({ supported, browser: mine }),
      });
      const body = await answer.json();
      if (!answer.ok) {
        status.textContent = `${body.title}. ${body.detail}`;
        return;
      }
      count.textContent = body.count === 0 ? '' : String(body.count);
      mark(supported);
      const all = pressed();
      if (supported) all.add(number);
      else all.delete(number);
      tryStorage(() => localStorage.setItem(`${KEY}-til`, JSON.stringify([...all].slice(-500))));
      status.textContent = supported ? said : taken;
    } catch {
      status.textContent = form.dataset.offline ?? '';
    } finally {
      button.disabled = false;
    }
  });
}
