import { getContext, setContext } from 'svelte';

const KEY = Symbol('draft-notice');

/** Round a draft: the form below says why it cannot be used. */
export const giveDraftNotice = (why: string): void => void setContext(KEY, why);
export const draftNotice = (): string | undefined => getContext(KEY);
