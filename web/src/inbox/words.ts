import type { AnswerDestination, InboxView } from '@forhoering/shared/contracts/inbox.contract.js';

export const VIEW_DA: Record<InboxView, string> = {
  due: 'Snart forfald',
  mine: 'Mine',
  department: 'Min afdeling',
  unassigned: 'Ingen har den',
  breached: 'Overskredet',
  toRead: 'Skal læses af dig',
  mentioned: 'Nævner dig',
  waiting: 'Venter på borgeren',
  answered: 'Afsluttet',
};

/** Where an answer goes, as a person says it. */
export const DESTINATION_DA: Record<AnswerDestination, string> = {
  page: 'forhøringens side',
  link: 'borgerens private link',
  mail: 'mail',
  copy: 'der, hvor borgeren spurgte (I sætter det selv ind)',
  channel: 'under spørgsmålet',
};

const ACTIONS: Record<string, string> = {
  'inbox.begin': 'Blev til en samtale',
  'inbox.assign': 'Givet videre',
  'inbox.take': 'Taget',
  'inbox.note': 'Intern note',
  'inbox.noAnswer': 'Afsluttet uden svar',
  'inbox.wait': 'Venter på borgeren',
  'inbox.reopen': 'Åbnet igen',
  'inbox.hold': 'Foreløbigt svar',
  'inbox.answer': 'Svar',
  'inbox.propose': 'Svar skal læses',
  'inbox.approve': 'Svar læst og sendt',
  'inbox.sendBack': 'Svar sendt tilbage',
  'inbox.withdraw': 'Svar trukket tilbage',
  'inbox.editAnswer': 'Svar rettet',
  'inbox.delivered': 'Svar leveret',
  'inbox.answeredThere': 'Svaret på kanalen',
};

export const inboxActionWords = (action: string): string => ACTIONS[action] ?? action;
