import type {
  AccountState,
  DeliveryState,
  DeliveryView,
  Fault,
} from '@forhoering/shared/contracts/delivery.contract.js';
import type { PostChannel } from '@forhoering/shared/publishing/post-channels.js';
import type { IconName } from '../ui/icons';

interface Look {
  label: string;
  tone: '' | 'ok' | 'warn' | 'danger' | 'wait' | 'brand';
  icon: IconName;
}

export const DELIVERY_LOOK: Record<DeliveryState, Look> = {
  awaitingApproval: { label: 'Venter på godkendelse', tone: 'wait', icon: 'person' },
  scheduled: { label: 'Planlagt', tone: 'brand', icon: 'clock' },
  preparing: { label: 'Sendes nu', tone: 'brand', icon: 'share' },
  ready: { label: 'Sendes nu', tone: 'brand', icon: 'share' },
  sending: { label: 'Sendes nu', tone: 'brand', icon: 'share' },
  waiting: { label: 'Prøver igen', tone: 'wait', icon: 'clock' },
  needsReauth: { label: 'Log ind igen', tone: 'warn', icon: 'lock' },
  unknown: { label: 'Ser efter', tone: 'wait', icon: 'search' },
  needsHuman: { label: 'Se efter selv', tone: 'warn', icon: 'eye' },
  delivered: { label: 'Lagt op', tone: 'ok', icon: 'check' },
  rejected: { label: 'Afvist', tone: 'danger', icon: 'stop' },
  cancelled: { label: 'Fortrudt', tone: '', icon: 'undo' },
};

export const ACCOUNT_LOOK: Record<AccountState, Look> = {
  connected: { label: 'Forbundet', tone: 'ok', icon: 'check' },
  needsReauth: { label: 'Log ind igen', tone: 'warn', icon: 'lock' },
  disconnected: { label: 'Afbrudt', tone: '', icon: 'close' },
};

const OVER: readonly DeliveryState[] = ['delivered', 'rejected', 'cancelled'];
export const isUnderWay = (state: DeliveryState): boolean => !OVER.includes(state);
export const needsSomebody = (state: DeliveryState): boolean =>
  state === 'needsHuman' || state === 'needsReauth' || state === 'rejected';
/** It changes by itself within moments. */
export const isMoving = ({ state, dueAt }: DeliveryView): boolean =>
  isUnderWay(state) &&
  !needsSomebody(state) &&
  state !== 'awaitingApproval' &&
  (state !== 'scheduled' || Date.parse(dueAt) - Date.now() < 90_000);

/** What a post costs there; null: nothing. Figures of 2026, from docs.x.com. */
export const costWords = (channel: PostChannel): string | null =>
  channel === 'x' ? 'X tager penge: omkring 0,20 dollar for et opslag med link.' : null;

/** What happened, in words for somebody who has never seen a network's error. */
export function faultWords({ code }: Fault): string {
  switch (code) {
    case 'not-open':
      return 'Forhøringen var stadig en kladde, da opslaget skulle ud. Åbn den, og send igen.';
    case 'network':
      return 'Der var ingen forbindelse til netværket.';
    case 'timeout':
      return 'Netværket svarede ikke i tide.';
    case 'server-error':
      return 'Netværket havde en fejl hos sig selv.';
    case 'rate-limited':
      return 'Netværket beder os vente. Vi prøver igen, når vi må.';
    case 'quota-used':
      return 'Dagens antal opslag på profilen er brugt. Vi prøver igen.';
    case 'signed-out':
      return 'Netværket lukker os ikke ind længere. Nogen skal logge ind igen under Kanaler.';
    case 'permission':
      return 'Profilen må ikke gøre det. Se under Kanaler, hvem der er logget ind.';
    case 'too-long':
      return 'Netværket siger, at teksten er for lang. Gør den kortere, og send igen.';
    case 'picture':
      return 'Netværket tog ikke billedet. Vælg et andet, og send igen.';
    case 'duplicate':
      return 'Netværket siger, at det samme er lagt op før.';
    case 'gone':
      return 'Det, der skulle svares på, er væk.';
    case 'refused':
      return 'Netværket sagde nej.';
    case 'address':
      return 'Serverens adresse er en, vi ikke spørger.';
    case 'not-allowed':
      return 'Forhøringen eller opslaget er ikke længere til at sende.';
    case 'closed':
      return 'Forhøringen er lukket, og opslaget beder folk om at skrive. Det blev ikke sendt.';
    case 'cannot-tell':
      return 'Vi kan ikke se, om det kom ud.';
  }
}
