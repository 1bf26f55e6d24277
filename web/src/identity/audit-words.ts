import type { AuditEventView } from '@forhoering/shared/contracts/overview.contract.js';

export const ACTION_GROUPS = [
  { id: 'session.', label: 'Log ind og ud' },
  { id: 'account.', label: 'Brugere' },
  { id: 'consultation.', label: 'Forhøringer' },
  { id: 'template.', label: 'Skabeloner' },
  { id: 'previewLink.', label: 'Links til kladder' },
  { id: 'textPreset.', label: 'Faste tekster' },
  { id: 'comment.', label: 'Bidrag' },
  { id: 'tag.', label: 'Temaer' },
  { id: 'import.', label: 'Import' },
  { id: 'export.', label: 'Udgaver' },
] as const;

const WORDS: Record<string, string> = {
  'session.open': 'Loggede ind',
  'session.close': 'Loggede ud',
  'session.closeAll': 'Loggede ud alle steder',
  'account.create': 'Oprettede en bruger',
  'account.update': 'Rettede en bruger',
  'account.resetLink': 'Lavede et link til ny adgangskode',
  'account.changePassword': 'Skiftede adgangskode',
  'account.use-setup-link': 'Oprettede den første administrator',
  'account.use-invite-link': 'Tog imod invitationen',
  'account.use-reset-link': 'Valgte ny adgangskode',
  'department.create': 'Oprettede en afdeling',
  'organisation.update': 'Rettede kommunens oplysninger',
  'consultation.create': 'Oprettede en forhøring',
  'consultation.update': 'Rettede forhøringen',
  'consultation.publish': 'Åbnede forhøringen',
  'consultation.close': 'Lukkede forhøringen',
  'consultation.reopen': 'Åbnede forhøringen igen',
  'consultation.discard': 'Kasserede kladden',
  'consultation.fileAdd': 'Lagde en fil på forhøringen',
  'consultation.fileUpdate': 'Rettede en fil på forhøringen',
  'consultation.fileRemove': 'Fjernede en fil fra forhøringen',
  'officialAnswer.create': 'Skrev et officielt svar',
  'officialAnswer.update': 'Rettede et officielt svar',
  'officialAnswer.remove': 'Fjernede et officielt svar',
  'comment.photoPublish': 'Viste et billede fra en borger',
  'comment.photoHide': 'Skjulte et billede fra en borger',
  'consultation.clone': 'Kopierede en forhøring',
  'template.create': 'Gemte en skabelon',
  'template.update': 'Rettede en skabelon',
  'template.delete': 'Slettede en skabelon',
  'previewLink.create': 'Lavede et link til kladden',
  'previewLink.revoke': 'Lukkede et link til kladden',
  'textPreset.create': 'Tilføjede en fast tekst',
  'textPreset.update': 'Rettede en fast tekst',
  'textPreset.delete': 'Slettede en fast tekst',
  'comment.receive': 'Bidrag kom ind',
  'comment.enter': 'Skrev et bidrag ind',
  'comment.publish': 'Viste et bidrag',
  'comment.hide': 'Skjulte et bidrag',
  'comment.undo': 'Fortrød en beslutning om et bidrag',
  'comment.edit': 'Borgeren rettede sit bidrag',
  'comment.withdraw': 'Borgeren trak sit bidrag tilbage',
  'comment.showName': 'Borgeren valgte, om navnet vises',
  'comment.tag': 'Ændrede temaer på et bidrag',
  'tag.create': 'Lavede et tema',
  'tag.update': 'Rettede et tema',
  'tag.delete': 'Fjernede et tema',
  'import.request': 'Valgte en fil til import',
  'import.done': 'Importen blev færdig',
  'import.cancel': 'Stoppede en import',
  'export.request': 'Bad om en udgave',
  'export.done': 'Udgaven blev færdig',
  'export.cancel': 'Stoppede en udgave',
  'export.download': 'Hentede en udgave',
};

/** A line of the log in words, with the few facts that tell one from another. */
export function actionWords({ action, data }: Pick<AuditEventView, 'action' | 'data'>): string {
  const words = WORDS[action] ?? action;
  if (action.startsWith('export.') && data['edition'])
    return `${words} (${data['edition'] === 'public' ? 'offentlig' : 'intern'}${typeof data['format'] === 'string' ? `, ${data['format'].toUpperCase()}` : ''})`;
  if (action === 'import.done')
    return `${words}: ${String(data['imported'])} nye${data['dryRun'] === true ? ' (kun prøvet)' : ''}`;
  return words;
}
