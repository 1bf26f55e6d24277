/** Pages that ask by themselves stop after this long without a hand on them: asking must not keep a session open. */
const ASLEEP_MS = 30 * 60_000;
let touched = Date.now();
if (typeof window !== 'undefined')
  for (const act of ['pointerdown', 'keydown', 'wheel', 'touchstart'])
    window.addEventListener(act, () => (touched = Date.now()), { passive: true, capture: true });

/** Whether somebody is looking at the page. */
export const isAwake = (): boolean => document.visibilityState === 'visible' && Date.now() - touched < ASLEEP_MS;
