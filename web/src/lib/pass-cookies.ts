import type { Cookies } from '@sveltejs/kit';

/** Runs `work` with a fetch whose answers' cookies go on to the browser as they are. */
export async function passCookies<T>(
  fetch: typeof globalThis.fetch,
  cookies: Cookies,
  work: (own: typeof globalThis.fetch) => Promise<T>,
): Promise<T> {
  return work(async (input, init) => {
    const response = await fetch(input, init);
    for (const line of response.headers.getSetCookie()) setLine(cookies, line);
    return response;
  });
}

function setLine(cookies: Cookies, line: string): void {
  const [pair = '', ...attributes] = line.split(/;\s*/);
  const [name = '', value = ''] = pair.split('=');
  const has = (attribute: string): boolean => attributes.some((one) => one.toLowerCase() === attribute);
  const valueOf = (attribute: string): string | undefined =>
    attributes.find((one) => one.toLowerCase().startsWith(`${attribute}=`))?.split('=')[1];
  const expires = valueOf('expires');
  cookies.set(name, decodeURIComponent(value), {
    path: valueOf('path') ?? '/',
    httpOnly: has('httponly'),
    secure: has('secure'),
    sameSite: 'lax',
    ...(expires === undefined ? {} : { expires: new Date(expires) }),
  });
}
