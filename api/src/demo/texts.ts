/** Words of the demo. Places and people are made up; nothing here is anybody's real comment. */

export const CAMPAIGN =
  'Skorstenen er byens vartegn og skal bevares. Vi foreslår, at ostelageret bliver til værksteder og en lille scene, som foreninger kan låne. Pladsen under linden må ikke blive til parkering.';

export const NAMES = [
  'Birgitte Ølgaard',
  'Kenneth B.',
  'Inger Højgaard',
  'Jørgen',
  'Lone Skytte',
  'Åse Torbensen',
  'Mads',
  'Karin Østerby',
  'Preben',
  'Sofie L.',
  'Nuri A.',
  'Grethe',
  'Thomas Vang',
  'Ida-Marie',
  'Poul Erik',
  'Amina',
  'Svend Aage',
  'Camilla R.',
  'Ole',
  'Merete Åkjær',
];

export interface DemoText {
  text: string;
  tags: string[];
}

const t = (tags: string, text: string): DemoText => ({ text, tags: tags.split(' ') });

/** Mejerigrunden. Tags: b bevaring, t trafik, h højde, g grønt, s skolevej, r regnvand. */
export const MEJERI: DemoText[] = [
  t(
    's t',
    'Om morgenen er der kaos ved udkørslen fra Skolestien. Bilerne holder på cykelstien, og min datter på 8 må ud på vejen. Kommer der 120 boliger mere, skal skolevejen løses først – ikke bagefter.',
  ),
  t(
    'r',
    'Løber der stadig en gammel spildevandsledning under ostelageret? Den gik i stykker i 1996, og hele kælderen stod under vand.',
  ),
  t(
    'h',
    'Fire etager op mod Kirkebakken tager udsigten og aftensolen. To etager mod nord og tre ned mod banen ville være til at leve med.',
  ),
  t('b', 'Lad skorstenen stå!! Den kan ses fra hele ådalen, og min morfar var med til at mure den.'),
  t('b g', 'Der bor flagermus i skorstenen om sommeren. Vi tæller dem hvert år i juli, sidste år var der 46.'),
  t('g', 'Linden på pladsen er over hundrede år. Tegn husene uden om den, ikke omvendt.'),
  t('t', 'Hvor skal alle bilerne stå? Der er allerede fyldt på Mejerivej om aftenen.'),
  t('t g', 'Lav færre p-pladser og en ordentlig delebilsordning. Stationen ligger jo tre minutter væk.'),
  t('b', 'Ostelageret har de flotteste hvælvinger. Det ville være oplagt til markedshal lørdag formiddag.'),
  t('h', 'Byg gerne tæt, vi bor ved en station. Fem etager ned mod banen er helt fint med mig.'),
  t('r g', 'Grunden er våd. Brug vandet til en lille sø i stedet for at lede det væk.'),
  t('s', 'Der mangler lys på stien mellem Tjørnelund og skolen. Børnene går i mørke fra november.'),
  t('g', 'skorsten + gadekunst = ja tak 🎨'),
  t('b', 'Bevar facaden mod Mejerivej, så man stadig kan se, at byen har levet af mælk.'),
  t(
    't s',
    'Lastbiler til byggeriet må ikke køre ad Skolestien mellem halv otte og halv ni. Det gik galt ved Kirkebakken.',
  ),
  t('h', 'Er der regnet på skyggen i december? Min altan ligger lige bag.'),
  t('g', 'Plant frugttræer, alle må plukke af. Det koster næsten ingenting.'),
  t('r', 'Åen gik over sine bredder i februar. Kan grunden tage mere vand, hvis den bliver bebygget?'),
  t('b t', 'Et museum er fint, men så skal busserne kunne komme derind og vende.'),
  t('h b', 'Nye huse i røde mursten, tak. Ikke endnu en hvid kasse.'),
  t('g s', 'Giv de unge et sted at være. Der er ikke en eneste bænk, hvor man må sidde, når man er 15.'),
  t('t', 'En bro for cykler over banen ville spare mig for to kilometer hver dag.'),
  t(
    'h',
    'Mindst en fjerdedel almene boliger, står der. Gør det til en tredjedel. Mine børn har ikke råd til at flytte hjem.',
  ),
  t('h', 'Kan der blive plads til et bofællesskab for os over 60? Vi er 14, der gerne vil.'),
  t('b', 'Mit første job var på mejeriet i 1974. Kedlerne står der stadig. Gem dem.'),
  t('t', 'Krydset Mejerivej og Østre Ringvej er allerede livsfarligt. Lav en rundkørsel, før I bygger.'),
  t('g', 'Jeg savner et sted, hvor hunde må løbe frit, uden at børnene bliver bange.'),
  t('s', 'Tænk på dem, der går med rollator. Brostenene på pladsen er umulige i dag.'),
  t('r', 'Grønne tage. Det har de i nabobyen, og kælderne er tørre nu.'),
  t('b g', 'Hold grundlovsmøde under linden igen. Det gjorde vi fra 1947 og til mejeriet lukkede.'),
  t('t', 'Varelevering til en butik må ske fra banesiden. Ikke fra Mejerivej.'),
  t('h', 'er der tænkt på at varmepumperne støjer ind mod kirkebakken?'),
  t('g', 'Svalerne bygger rede under halvtaget. Vent med at rive ned til september.'),
  t('s t', 'En 30-zone hele vejen rundt. Så løser meget sig selv.'),
  t('b', 'Det er bare en gammel skorsten. Brug pengene på skolen.'),
  t('h t', 'Hvis der skal bo 300 mennesker, skal der også være en købmand.'),
  t('r', 'Er jorden under ostelageret undersøgt for olie? Min far arbejdede der i tresserne, og de hældte ud bagved.'),
  t('g', 'Lav nyttehaver. Ventelisten i Kolonihaven er på ni år.'),
  t('s', 'Gangtunnelen under banen stinker og er mørk. Den skal med i planen.'),
  t('b', 'Lad være med at gøre det for pænt. Det må gerne kunne ses, at det har været en fabrik.'),
];

/** Trygge skoleveje. Tags: f fart, k kryds, l lys, c cykelsti, p parkering. */
export const SKOLEVEJE: DemoText[] = [
  t('f', 'Der bliver kørt 70 på Ågade, når der ikke er kø. Sæt en fartviser op ved børnehaven.'),
  t('k', 'Ved Brugsen skal børnene over uden fodgængerfelt. Det er et spørgsmål om tid.'),
  t('l', 'Tre lygter har været gået ud på stien bag hallen siden oktober.'),
  t('c', 'Cykelstien stopper midt i ingenting ved Engvej. Resten af vejen kører de på kørebanen.'),
  t('p', 'Forældrene er selv problemet. Lav et sted at sætte af 300 meter fra skolen.'),
  t('f k', 'Byg bump. Malede striber er der ingen, der ser.'),
  t('c', 'Ryd cykelstierne for sne før vejene. Det gør de i Oulu.'),
  t('k', 'Lyskrydset giver kun seks sekunder til at gå over. Min søn når det ikke med krykker.'),
  t('l f', 'En skolepatrulje ville hjælpe. Jeg står gerne selv om tirsdagen.'),
  t('p', 'Luk Skolegade for biler mellem 7.45 og 8.10. Prøv det i tre måneder, og mål, hvad der sker.'),
  t('c l', 'Grene hænger ud over stien ved åen, så man må cykle på den forkerte side.'),
  t('k', 'Lastbilerne fra grusgraven kører gennem byen lige i skoletiden. Kan de ikke vente til halv ni?'),
];
