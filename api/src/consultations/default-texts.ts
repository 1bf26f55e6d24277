import type { OrganisationView } from '@forhoering/shared/contracts/session.contract.js';

/** Preset (a): voluntary, the municipality's own decision. Editable; never claims a duty. */
export const DEFAULT_LEGAL_BASIS =
  'Frivillig forhøring. Kommunen har selv besluttet at spørge borgerne, før der bliver lavet et forslag (planloven § 1, stk. 2, nr. 6). Den formelle høring kommer senere.';

/** The duty to inform (GDPR article 13), in plain words. A proposal: the municipality edits it and each version is kept. */
export function defaultPrivacyNotice(organisation: OrganisationView): string {
  const contact = [organisation.email, organisation.phone].filter((part) => part !== '').join(' eller ');
  return [
    `${organisation.name} er dataansvarlig.${contact === '' ? '' : ` Du kan kontakte os på ${contact}.`}${organisation.dpoContact === '' ? '' : ` Vores databeskyttelsesrådgiver: ${organisation.dpoContact}.`}`,
    'Vi bruger dit bidrag til at planlægge og til at orientere politikerne. Grundlaget er databeskyttelsesforordningens artikel 6, stk. 1, litra e.',
    'Vi viser dit bidrag og det navn, du selv vælger at skrive, på forhøringens side. Skriver du ikke noget navn, står der “Borger”. Vi viser aldrig din adresse, din mail eller dit telefonnummer.',
    'Skriv ikke cpr-nummer, helbredsoplysninger eller noget privat om andre.',
    'Dit bidrag kan blive journaliseret og være omfattet af aktindsigt. Vi sletter oplysningerne her på siden senest den dato, der står ved forhøringen. Det, der er journaliseret, følger arkivreglerne.',
    'Du har ret til indsigt, berigtigelse, sletning, begrænsning og indsigelse. Du kan klage til Datatilsynet på datatilsynet.dk.',
  ].join('\n\n');
}
