// @ts-check
// Only for writing; reading needs no script. Key against double sending, counter, draft on this device, copy button.
const form = /** @type {HTMLFormElement | null} */ (document.querySelector('form[data-comment-form]'));
const sent = /** @type {HTMLElement | null} */ (document.querySelector('[data-comment-sent]'));
const FIELDS = ['text', 'name', 'email'];

/** @param {string | undefined} slug */
const draftKey = (slug) => `forhoering-kladde:${slug ?? ''}`;

/** Storage may be switched off; writing must go on. @template T @param {() => T} use @returns {T | null} */
function tryStorage(use) {
  try {
    return use();
  } catch {
    return null;
  }
}

if (sent) tryStorage(() => localStorage.removeItem(draftKey(sent.dataset.commentSent)));

if (form) {
  const slug = form.dataset.commentForm;
  const text = /** @type {HTMLTextAreaElement} */ (form.elements.namedItem('text'));
  const key = /** @type {HTMLInputElement} */ (form.elements.namedItem('idempotencyKey'));
  const button = /** @type {HTMLButtonElement} */ (form.querySelector('button'));
  const counter = /** @type {HTMLElement} */ (form.querySelector('#text-count'));
  const note = /** @type {HTMLElement} */ (form.querySelector('[data-draft-note]'));
  const limit = Number(form.dataset.limit);
  const label = button.textContent;
  const newKey = () => (crypto.randomUUID ? crypto.randomUUID() : String(Math.random()).slice(2) + Date.now());

  const count = () => {
    const used = [...text.value].length;
    counter.textContent = (form.dataset.counter ?? '').replace('{used}', used.toLocaleString('da-DK'));
    counter.classList.toggle('over', used > limit);
  };
  const field = (/** @type {string} */ name) => /** @type {HTMLInputElement} */ (form.elements.namedItem(name));

  const draft = tryStorage(() => JSON.parse(localStorage.getItem(draftKey(slug)) ?? 'null'));
  if (draft && text.value === '' && typeof draft.text === 'string' && draft.text !== '') {
    for (const name of FIELDS)
      if (typeof draft[name] === 'string' && field(name).value === '') field(name).value = draft[name];
    note.textContent = form.dataset.restored ?? '';
  }
  // The same words sent again are the same comment; other words are a new one.
  let keyFor = '';
  count();

  form.addEventListener('input', () => {
    count();
    tryStorage(() =>
      localStorage.setItem(
        draftKey(slug),
        JSON.stringify(Object.fromEntries(FIELDS.map((name) => [name, field(name).value]))),
      ),
    );
  });
  form.addEventListener('submit', (event) => {
    if (button.getAttribute('aria-disabled') === 'true') return event.preventDefault();
    if (key.value === '' || keyFor !== text.value) key.value = newKey();
    keyFor = text.value;
    button.setAttribute('aria-disabled', 'true');
    button.textContent = form.dataset.sending ?? label;
  });
  // Back from the next page: the button must work again.
  addEventListener('pageshow', () => {
    button.removeAttribute('aria-disabled');
    button.textContent = label;
    count();
  });
  document.getElementById('fejl')?.focus();
}

for (const copy of /** @type {NodeListOf<HTMLButtonElement>} */ (document.querySelectorAll('[data-copy]'))) {
  copy.hidden = !navigator.clipboard;
  copy.addEventListener('click', async () => {
    await navigator.clipboard.writeText(document.getElementById(copy.dataset.copy ?? '')?.textContent?.trim() ?? '');
    const words = copy.querySelector('span');
    if (words) words.textContent = copy.dataset.copied ?? '';
  });
}
