export interface HideReason {
  /** As staff choose it and the writer reads it. */
  reason: string;
  /** For everybody, before they write: what is meant. */
  da: string;
  en: { reason: string; text: string };
}

/** Why a comment is hidden. Staff can write a reason of their own; these are what everybody is told beforehand. */
export const HIDE_REASONS: readonly HideReason[] = [
  {
    reason: 'Private oplysninger',
    da: 'Der står noget om dig selv, som ikke skal ligge på nettet: cpr-nummer, adresse, telefonnummer, helbred. Tit viser vi bidraget uden det.',
    en: {
      reason: 'Private information',
      text: 'There is something about yourself that should not be online: CPR number, address, telephone number, health. Often we show the comment without it.',
    },
  },
  {
    reason: 'Oplysninger om andre',
    da: 'Der står noget om en bestemt person, som vedkommende ikke selv har fortalt.',
    en: {
      reason: 'Information about others',
      text: 'There is something about a particular person that this person has not told us.',
    },
  },
  {
    reason: 'Sårende eller truende',
    da: 'Du må være vred og uenig. Men trusler, hån og angreb på, hvem folk er, bliver ikke vist.',
    en: {
      reason: 'Hurtful or threatening',
      text: 'You may be angry and disagree. But threats, scorn and attacks on who people are will not be shown.',
    },
  },
  {
    reason: 'Handler ikke om sagen',
    da: 'Det kan være vigtigt, men det hører til et andet sted. Ring til os, så hjælper vi med at finde det.',
    en: {
      reason: 'Not about this case',
      text: 'It may be important, but it belongs elsewhere. Call us, and we will help you find where.',
    },
  },
  {
    reason: 'Reklame',
    da: 'Bidraget vil sælge noget eller trække folk over på en anden side.',
    en: { reason: 'Advertising', text: 'The comment wants to sell something or lead people to another site.' },
  },
  {
    reason: 'Samme bidrag er kommet to gange',
    da: 'Det ene bliver stående.',
    en: { reason: 'The same comment came twice', text: 'One of them stays.' },
  },
];
