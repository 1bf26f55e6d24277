import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** Every public site answers `/was` with its statement in the national register (webtilgængelighedsloven). */
export const load: PageServerLoad = async ({ parent }) => {
  const { organisation } = await parent();
  if (organisation.accessibilityUrl !== '') redirect(302, organisation.accessibilityUrl);
};
