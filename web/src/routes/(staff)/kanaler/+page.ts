import type { EnquirySourceView } from '@forhoering/shared/contracts/collecting.contract.js';
import type { ChannelAccountView, ChannelOffer, NumberSeries } from '@forhoering/shared/contracts/delivery.contract.js';
import { api } from '../../../lib/api';
import { orErrorPage } from '../../../lib/load';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, depends }) => {
  depends('app:channels');
  const [accounts, offers, numbers, enquiries] = await Promise.all([
    orErrorPage(api(fetch).get<{ items: ChannelAccountView[] }>('/channel-accounts')),
    orErrorPage(api(fetch).get<{ items: ChannelOffer[] }>('/channel-accounts/offers')),
    orErrorPage(api(fetch).get<{ items: NumberSeries[] }>('/channel-accounts/numbers')),
    orErrorPage(api(fetch).get<{ items: EnquirySourceView[] }>('/collecting/profiles')),
  ]);
  return { accounts: accounts.items, offers: offers.items, numbers: numbers.items, enquiries: enquiries.items };
};
