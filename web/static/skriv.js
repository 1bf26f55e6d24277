// @ts-check
// Only for writing; reading needs no script. Key against double sending, counter, draft on this device, copy button.
import './deltag.js';
import './kort.js';

const form = /** @type {HTMLFormElement | null} */ (document.querySelector('form[data-comment-form]'));
const sent = /** @type {HTMLElement | null} */ (document.querySelector('[data-comment-sent]'));

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
    counter.textContent = (form.dataset.counter ?? '').replace(
      '{used}',
      used.toLocaleString(document.documentElement.lang === 'en' ? 'en-GB' : 'da-DK'),
    );
    counter.classList.toggle('over', used > limit);
  };
  const controls = () =>
    /** @type {(HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement)[]} */ ([...form.elements]).filter(
      ({ name, type }) =>
        !['', 'website', 'idempotencyKey', 'photoToken', 'proof', 'replyTo', 'number'].includes(name) &&
        type !== 'file',
    );
  const isChoice = (/** @type {Element} */ control) =>
    control instanceof HTMLInputElement && (control.type === 'radio' || control.type === 'checkbox');
  const draftOf = () =>
    controls().flatMap((control) =>
      isChoice(control) && !(/** @type {HTMLInputElement} */ (control).checked) ? [] : [[control.name, control.value]],
    );

  const draft = tryStorage(() => JSON.parse(localStorage.getItem(draftKey(slug)) ?? 'null'));
  if (Array.isArray(draft) && text.value === '' && draft.some(([name, value]) => name === 'text' && value !== '')) {
    for (const control of controls()) {
      const kept = draft.filter(([name]) => name === control.name).map(([, value]) => value);
      if (isChoice(control)) /** @type {HTMLInputElement} */ (control).checked = kept.includes(control.value);
      else if (typeof kept[0] === 'string') control.value = kept[0];
      if (kept.some((value) => value !== '' && value !== 'private'))
        control.closest('details')?.setAttribute('open', '');
    }
    note.textContent = form.dataset.restored ?? '';
  }
  // Who writes for others says for whom; without script the field is simply there.
  const speaksAs = /** @type {HTMLSelectElement | null} */ (form.querySelector('[data-speaks-as]'));
  const organisation = /** @type {HTMLElement | null} */ (form.querySelector('[data-organisation]'));
  const showOrganisation = () => {
    if (speaksAs && organisation) organisation.hidden = speaksAs.value === 'private';
  };
  showOrganisation();
  /** Hashes until one begins with enough zero bits. @param {string} challenge @param {number} bits @returns {Promise<string>} */
  const work = async (challenge, bits) => {
    for (let nonce = 0; ; nonce += 1) {
      const proof = `${challenge}:${nonce}`;
      const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(proof)));
      let zeros = 0;
      for (const byte of hash) {
        zeros += byte === 0 ? 8 : Math.clz32(byte) - 24;
        if (byte !== 0) break;
      }
      if (zeros >= bits) return proof;
    }
  };
  const { challenge, bits } = form.dataset;
  if (challenge !== undefined && text.value !== '') {
    note.textContent = form.dataset.proofWorking ?? '';
    if (crypto.subtle)
      void work(challenge, Number(bits)).then((proof) => {
        /** @type {HTMLInputElement} */ (form.elements.namedItem('proof')).value = proof;
        form.requestSubmit(button);
      });
  }
  // The same words sent again are the same comment; other words are a new one.
  let keyFor = '';
  count();

  form.addEventListener('input', () => {
    count();
    showOrganisation();
    const kept = tryStorage(() => (localStorage.setItem(draftKey(slug), JSON.stringify(draftOf())), true));
    // Said once: a live region that speaks at every key would be a nuisance.
    if (kept && note.textContent === '') note.textContent = form.dataset.kept ?? '';
  });
  const photos = /** @type {HTMLInputElement | null} */ (form.querySelector('input[type="file"]'));
  /** Said before anything travels: a phone's pictures are many and large. @returns whether they can be sent */
  const photosFit = () => {
    if (!photos) return true;
    const chosen = [...(photos.files ?? [])];
    const kept = form.querySelectorAll('input[name="photoToken"]:checked').length;
    const { most, mostBytes, tooMany, tooLarge } = photos.dataset;
    const problem =
      chosen.length + kept > Number(most)
        ? tooMany
        : chosen.some(({ size }) => size > Number(mostBytes))
          ? tooLarge
          : '';
    const place = /** @type {HTMLElement} */ (document.getElementById('photos-error'));
    /** @type {HTMLElement} */ (place.querySelector('span')).textContent = problem ?? '';
    place.hidden = problem === '';
    photos.setAttribute('aria-invalid', String(problem !== ''));
    return problem === '';
  };
  // A button in the page's own language instead of the browser's; without script the browser's is there.
  const pick = /** @type {HTMLElement | null} */ (form.querySelector('[data-pick]'));
  const picked = /** @type {HTMLElement | null} */ (form.querySelector('[data-picked]'));
  const showPicked = () => {
    if (picked) picked.textContent = [...(photos?.files ?? [])].map(({ name }) => name).join(', ');
  };
  if (pick && photos) {
    pick.hidden = false;
    photos.classList.add('vh');
    showPicked();
  }
  photos?.addEventListener('change', () => {
    photosFit();
    showPicked();
  });
  form.addEventListener('submit', (event) => {
    if (button.getAttribute('aria-disabled') === 'true') return event.preventDefault();
    if (!photosFit()) {
      event.preventDefault();
      photos?.focus();
      return;
    }
    if (!navigator.onLine) {
      event.preventDefault();
      note.textContent = form.dataset.offline ?? '';
      return;
    }
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
}
document.getElementById('fejl')?.focus();

for (const copy of /** @type {NodeListOf<HTMLButtonElement>} */ (document.querySelectorAll('[data-copy]'))) {
  copy.hidden = !navigator.clipboard;
  copy.addEventListener('click', async () => {
    await navigator.clipboard.writeText(document.getElementById(copy.dataset.copy ?? '')?.textContent?.trim() ?? '');
    const words = copy.querySelector('span');
    if (words) words.textContent = copy.dataset.copied ?? '';
  });
}
