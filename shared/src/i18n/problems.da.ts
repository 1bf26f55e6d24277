type Params = Record<string, string | number | boolean>;
export type Words = string | ((p: Params) => string);

/** What people read when something is refused: what happened, and what to do. Keys are the API's codes. */
export const problemsDa = {
  validation: ['Noget skal rettes', 'Se ved de enkelte felter, hvad der mangler.'],
  'malformed-request': ['Vi kunne ikke læse det, der blev sendt', 'Indlæs siden igen, og prøv en gang til.'],
  'body-too-large': ['Det er for stort', 'Gør det kortere, eller vælg en mindre fil.'],
  'unsupported-media-type': ['Det format kan vi ikke læse', 'Send det som JSON, som en formular eller som en fil.'],
  'not-found': ['Det findes ikke', 'Måske er adressen forkert, eller også er det fjernet.'],
  'consultation-not-found': ['Forhøringen findes ikke', 'Tjek adressen. Se de åbne forhøringer på forsiden.'],
  'not-signed-in': ['Log ind igen', 'Du er logget ud. Log ind, og prøv igen.'],
  'not-allowed': ['Det har du ikke adgang til', 'Spørg en administrator, hvis du skal kunne det.'],
  'wrong-credentials': [
    'Mail og adgangskode passer ikke sammen',
    'Prøv igen, eller bed en administrator om et nyt link.',
  ],
  'too-many-attempts': ['For mange forsøg', (p: Params) => `Vent ${minutes(p)}, og prøv igen.`],
  'rate-limited': [
    'Der er sendt mange bidrag fra dit netværk',
    (p: Params) => `Din tekst er her stadig. Vent ${minutes(p)}, og send igen.`,
  ],
  'cross-site': ['Det kom fra en anden side', 'Åbn siden her hos os, og prøv igen.'],
  'consultation-not-open-yet': [
    'Forhøringen er ikke åbnet endnu',
    'Din tekst er her stadig. Gem den, og send den, når forhøringen åbner.',
  ],
  'consultation-closed': [
    'Forhøringen er lukket',
    'Din tekst er her stadig. Skriv eller ring til os, hvis du vil have den med.',
  ],
  'consultation-not-published': ['Forhøringen er ikke åbnet', 'Åbn forhøringen, før I skriver bidrag ind.'],
  'idempotency-key-reused': [
    'Der er allerede sendt en anden tekst herfra',
    'Indlæs siden igen, og send teksten på ny.',
  ],
  'version-conflict': ['En anden har rettet det samme', 'Indlæs den nyeste udgave, og ret den.'],
  'comment-not-editable': ['Bidraget kan ikke rettes her', 'Skriv et nyt, eller kontakt kommunen.'],
  'nothing-to-undo': [
    'Der er ikke noget at fortryde',
    'Beslutningen er ikke den seneste, eller en anden har taget den. Indlæs siden igen.',
  ],
  'transition-not-allowed': ['Det kan ikke lade sig gøre nu', 'Tilstanden er ændret. Indlæs siden igen.'],
  'publish-blocked': ['Der mangler noget, før I kan åbne', 'Udfyld det, der står på listen.'],
  'template-gone': [
    'Skabelonen er fjernet',
    'Forhøringer, der er lavet fra den, er ikke ændret. Vælg en anden, eller begynd med en tom.',
  ],
  'template-name-taken': ['Der er allerede en skabelon med det navn', 'Vælg et andet navn.'],
  'too-many-templates': ['Der er ikke plads til flere skabeloner', 'Slet en, I ikke bruger.'],
  'too-many-presets': ['Der er ikke plads til flere faste tekster', 'Slet en, I ikke bruger.'],
  'too-many-preview-links': ['Der er for mange links til kladden', 'Fjern et af dem først.'],
  'preview-not-draft': ['Forhøringen er ikke længere en kladde', 'Del dens rigtige link.'],
  'preview-expired': ['Linket til kladden er udløbet', 'Bed den, der sendte det, om et nyt.'],
  'preview-revoked': ['Linket til kladden er lukket', 'Bed den, der sendte det, om et nyt.'],
  'cpr-blocks-publication': ['Der står et cpr-nummer i teksten', 'Vis bidraget uden det markerede.'],
  'staff-only': ['Bidrag i denne forhøring vises ikke', 'Forhøringen er sat til kun at blive læst af medarbejdere.'],
  'link-used-or-expired': [
    'Linket virker ikke længere',
    'Det er brugt eller for gammelt. Bed en administrator om et nyt.',
  ],
  'email-taken': ['Der er allerede en konto med den mail', 'Find kontoen på listen.'],
  'department-taken': ['Afdelingen findes allerede', 'Vælg den på listen.'],
  'last-administrator': ['Der skal være mindst én administrator', 'Giv en anden rollen først.'],
  'tag-name-taken': ['Der er allerede et tema med det navn', 'Vælg et andet navn.'],
  'tag-key-taken': ['Tasten er i brug', 'Vælg en anden tast.'],
  'tag-in-use': ['Temaet er i brug', 'Fjern det fra bidragene først.'],
  'import-not-csv': ['Filen er ikke en CSV-fil', 'Gem regnearket som CSV (UTF-8), og vælg den.'],
  'import-too-large': ['Filen er for stor', (p: Params) => `Del den op. Der kan være ${p['max'] ?? ''} ad gangen.`],
  'import-empty': ['Der er ingen rækker i filen', 'Vælg en fil med en overskriftsrække og mindst én række.'],
  'import-wrong-separator': [
    'Kolonnerne er ikke skilt ad',
    'Vælg det tegn, der skiller kolonnerne: komma, semikolon eller tabulator.',
  ],
  'import-wrong-encoding': ['Tegnene i filen kan ikke læses', 'Gem filen som CSV med UTF-8, og prøv igen.'],
  'import-column-missing': ['En kolonne mangler', 'Vælg den kolonne, der har teksten.'],
  'import-broken-quotes': [
    'Anførselstegnene går ikke op',
    (p: Params) => `Se efter et manglende anførselstegn omkring linje ${p['line'] ?? ''}.`,
  ],
  'file-type': [
    'Den slags fil kan vi ikke tage imod',
    'Vælg et billede (JPEG, PNG eller WebP) eller et dokument som PDF.',
  ],
  'upload-too-large': ['Filen er for stor', (p: Params) => `Vælg en på højst ${p['max'] ?? ''}.`],
  'too-many-files': [
    'Der er ikke plads til flere filer',
    (p: Params) => `Der kan være ${p['max'] ?? ''}. Fjern en først.`,
  ],
  'too-many-answers': [
    'Der er ikke plads til flere svar',
    (p: Params) => `Der kan være ${p['max'] ?? ''}. Fjern eller saml nogle af dem.`,
  ],
  'replies-not-allowed': ['Der kan ikke svares på bidrag her', 'Send det som dit eget bidrag i stedet.'],
  'reply-target-gone': [
    'Bidraget, du svarer på, vises ikke længere',
    'Din tekst er her stadig. Send den som dit eget bidrag.',
  ],
  'proof-of-work-required': [
    'Vi tjekker lige, at du ikke er en robot',
    'Der kommer mange bidrag lige nu. Din tekst er her stadig. Send den igen.',
  ],
  'support-network-full': [
    'Der er allerede mange “enig” fra dit netværk',
    'Prøv igen om en times tid, eller skriv med dine egne ord.',
  ],
  'map-unavailable': ['Baggrundskortet kan ikke hentes', 'Prøv igen om lidt. Område og steder kan ses uden.'],
  'export-refused': ['Rapporten blev ikke dannet', 'Den kunne ikke laves, så alle kan læse den. Fejlen er noteret.'],
  'export-not-ready': ['Filen er ikke færdig endnu', 'Vent lidt, og hent den så.'],
  'export-unavailable': ['PDF kan ikke laves på denne maskine', 'Hent CSV eller JSON i stedet.'],
  'not-published-yet': ['Forhøringen er ikke åbnet endnu', 'Åbn den først. Så virker linket på plakaten.'],
  'oembed-format': ['Vi har kun oEmbed som JSON', 'Bed om format=json.'],
  'poster-unavailable': [
    'Plakaten kunne ikke laves',
    'Hent QR-koden i stedet, og sæt den ind i jeres egen plakat. Fejlen er noteret.',
  ],
  'service-unavailable': ['Vi kan ikke gemme lige nu', 'Det er ikke gemt. Prøv igen om lidt.'],
  internal: ['Noget gik galt hos os', 'Prøv igen om lidt. Det er noteret.'],
} satisfies Record<string, [title: string, detail: Words]>;

/** One field: what to do about it. */
export const fieldsDa = {
  required: 'Udfyld feltet',
  'too-long': (p: Params) => `Gør det kortere: højst ${p['max'] ?? ''} tegn`,
  'not-an-email': 'Skriv en hel mailadresse, fx navn@eksempel.dk',
  'not-a-date': 'Skriv en dato, fx 29.03.2026 eller 29.03.2026 kl. 12.00',
  'not-allowed-value': 'Vælg en af mulighederne',
  'unknown-field': 'Feltet kendes ikke',
  'wrong-type': 'Det har en forkert form',
  'too-many': (p: Params) => `Der kan højst være ${p['max'] ?? ''}`,
  'not-found': 'Det valgte findes ikke længere',
  'text-empty': 'Skriv mindst ét ord',
  'text-too-long': (p: Params) =>
    `Gør teksten kortere: ${p['length'] ?? ''} tegn er skrevet, der er plads til ${p['max'] ?? ''}`,
  'text-null-byte': 'Teksten har et tegn, som ikke kan gemmes. Skriv eller indsæt den igen',
  'text-lone-surrogate': 'Teksten har et halvt tegn, måske en ødelagt emoji. Fjern det, og send igen',
  'text-broken-characters': 'Nogle tegn er gået i stykker på vejen (�). Skriv dem igen, eller send teksten som UTF-8',
  'wrong-credentials': 'Den nuværende adgangskode passer ikke',
  'password-too-short': (p: Params) => `Vælg mindst ${p['min'] ?? 12} tegn`,
  'password-too-common': 'Den er for let at gætte. Brug fx fire tilfældige ord',
  'closing-before-opening': 'Sæt lukningen efter åbningen',
  'closing-in-the-past': 'Sæt lukningen frem i tiden',
  'options-missing': 'Skriv mindst to forskellige svarmuligheder',
  'closing-missing': 'Sæt en dato for lukning',
  'title-missing': 'Skriv en titel',
  'question-missing': 'Stil mindst ét spørgsmål',
  'delete-date-missing': 'Sæt en dato for sletning',
  'picture-heic': 'Vi kan ikke åbne HEIC. Gem billedet som JPEG, eller tag et skærmbillede af det',
  'picture-type': 'Vælg et billede i formatet JPEG, PNG eller WebP',
  'picture-too-large': (p: Params) => `Billedet har for mange punkter. Vælg et på højst ${p['max'] ?? ''} megapixel`,
  'picture-unreadable': 'Billedet er i stykker eller kun halvt overført. Vælg det igen',
  'has-cpr': 'Der står et cpr-nummer. Fjern det, før det kan vises',
  'not-a-link': 'Skriv en hel adresse, der begynder med https://',
  'photo-gone': 'Et billede kan ikke findes længere. Vælg det igen',
  'photo-too-many': (p: Params) => `Vælg højst ${p['max'] ?? ''} billeder`,
  'photo-too-large': (p: Params) => `Vælg billeder på højst ${p['max'] ?? ''} MB hver`,
  'area-not-geojson': 'Filen er ikke GeoJSON. Gem området som GeoJSON i WGS84 eller EPSG:25832',
  'area-no-polygon': 'Der er ingen flade i filen. Tegn en lukket flade, og gem den igen',
  'area-crosses-itself': 'Områdets kant krydser sig selv. Ret den, og prøv igen',
  'area-outside-denmark': 'Området ligger ikke i Danmark. Tjek, om filen er i WGS84 eller EPSG:25832',
  'area-too-detailed': (p: Params) => `Området har for mange hjørner. Forenkl det til højst ${p['max'] ?? ''}`,
  'place-outside-denmark': 'Stedet ligger ikke i Danmark. Sæt det igen, eller skriv det med ord',
  'in-the-future': 'Det kan ikke være modtaget i fremtiden',
  'reason-missing': 'Skriv, hvorfor bidraget skjules',
} satisfies Record<string, Words>;

function minutes(p: Params): string {
  const seconds = Number(p['retryAfterSeconds'] ?? 60);
  if (seconds < 90) return 'et minut';
  return `${Math.ceil(seconds / 60)} minutter`;
}
