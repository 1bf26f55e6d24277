import type { DemoResult } from './telling.js';
import type { Role } from '@forhoering/shared/contracts/access.contract.js';
import type { ConsultationInput } from '@forhoering/shared/contracts/consultation.contract.js';
import { localDate } from '@forhoering/shared/time/wall-time.js';
import { MEJERI_AREA } from './joining-in.js';
import { MEJERI, SKOLEVEJE, type DemoText } from './texts.js';

const DAY_MS = 86_400_000;

export const PEOPLE: Array<{ email: string; name: string; role: Role; department?: string }> = [
  { email: 'admin@noerreskov.example', name: 'Anders Administrator', role: 'administrator' },
  { email: 'planlaegger@noerreskov.example', name: 'Mette Kjærsgaard', role: 'planner', department: 'Plan og Byg' },
  { email: 'sagsbehandler@noerreskov.example', name: 'Jens Brøndum', role: 'caseworker', department: 'Plan og Byg' },
  { email: 'some@noerreskov.example', name: 'Anne Østergård', role: 'socialMediaManager', department: 'Borgerservice' },
  { email: 'superbruger@noerreskov.example', name: 'Sara Rønnow', role: 'superUser', department: 'Vej og Park' },
  { email: 'dpo@noerreskov.example', name: 'Dorthe Ågård', role: 'dpo' },
];

export interface DemoConsultation {
  input: ConsultationInput;
  /** Begun from a template, and afterwards kept as one under a name. */
  templateId?: string;
  keptAs?: string;
  /** The deadline is moved after so many days. */
  extension?: { nth: number; days: number; reason: string };
  department: string;
  /** Days from now: when it opened, and the last day on which people wrote. */
  opensDay: number;
  lastDay: number;
  publish: boolean;
  /** Told when it has ended. */
  result?: DemoResult;
  dates: (nowMs: number) => Pick<ConsultationInput, 'closesAt' | 'deleteOn' | 'opensAt'>;
  tags: Record<string, string>;
  texts: DemoText[];
  perDay: number[];
  campaignOn: number;
}

export const dayFrom = (nowMs: number, days: number): string =>
  localDate(new Date(nowMs + days * DAY_MS).toISOString());

export const CONSULTATIONS: DemoConsultation[] = [
  {
    input: {
      title: 'Trygge skoleveje i Nørreskov',
      teaser:
        'Hvor er det svært at komme til skole til fods eller på cykel? Fortæl os det, før vi lægger næste års veje fast.',
      purpose:
        'Byrådet har sat penge af til at gøre skolevejene tryggere. Vi begynder dér, hvor børnene siger, at det er sværest.',
      canInfluence: [
        'Hvilke steder vi begynder med',
        'Om det bliver bump, lys eller cykelsti',
        'Hvornår på dagen veje kan lukkes',
      ],
      settled: ['Der er 4 mio. kr. til de første to år', 'Statsvejene kan vi ikke bestemme over'],
      questions: [
        { kind: 'text', label: 'Hvor er din skolevej utryg?' },
        { kind: 'text', label: 'Hvad ville hjælpe?' },
      ],
      contact: 'Vej og Park, tlf. 70 00 01 20, hverdage kl. 9–14',
      caseNumber: '26/003310',
    },
    keptAs: 'Skoleveje i et distrikt',
    department: 'Vej og Park',
    opensDay: -15,
    lastDay: -9,
    publish: true,
    dates: (now) => ({ closesAt: dayFrom(now, -8), deleteOn: dayFrom(now, 400) }),
    tags: { f: 'Fart', q: 'Kryds og overgange', l: 'Lys', c: 'Cykelstier', i: 'Parkering ved skolen' },
    texts: SKOLEVEJE.map((one) => ({ ...one, tags: one.tags.map((key) => ({ k: 'q', p: 'i' })[key] ?? key) })),
    perDay: [14, 9, 6, 4, 5, 8, 11],
    campaignOn: -1,
    result: {
      day: -3,
      intro:
        'Tak til alle, der skrev. Vi har læst det hele og gået ruterne igennem sammen med skolen og politiet. Tre ting går i gang nu, og resten er med i trafikplanen, som byrådet behandler i februar.',
      themes: {
        f: {
          outcome: 'included',
          did: 'Vi sætter to målere op på Skolevej og Østergade og gør 40 km/t fast på hele strækningen.',
          why: 'Målingen viste, at hver tredje kørte for stærkt mellem kl. 7.30 og 8.15.',
        },
        q: {
          outcome: 'partly',
          did: 'Overgangen ved skolen bliver hævet. Krydset ved Ringvejen får ikke lyssignal i år.',
          why: 'Et lyssignal koster mere, end der er sat af. Det er foreslået til budgettet for 2028.',
        },
        l: { outcome: 'included', did: 'Der kommer seks nye lamper på stien bag hallen.', why: '' },
        c: {
          outcome: 'partly',
          did: 'Cykelstien langs Åvej bliver malet op og får kantsten på de første 400 meter.',
          why: 'Resten kræver jord, som kommunen ikke ejer endnu.',
        },
        i: {
          outcome: 'notIncluded',
          did: 'Der kommer ikke flere pladser til at sætte af ved skolen.',
          why: 'Flere pladser giver flere biler dér, hvor børnene krydser. Brug i stedet pladsen ved hallen, 200 meter derfra.',
        },
      },
    },
  },
  {
    input: {
      title: 'Hvad skal der ske på Mejerigrunden?',
      teaser:
        'Det gamle mejeri har stået tomt siden 2019. Nu skal vi lave en plan for grunden. Fortæl os, hvad du ved og ønsker, før vi går i gang med at tegne.',
      purpose:
        'Grunden ligger mellem Mejerivej, Skolestien og banen og er på 3,4 hektar. Kommunen købte den i 2024. Byrådet har bedt om et forslag til en lokalplan, og inden da vil vi høre, hvad I ved, som vi ikke ved.',
      canInfluence: [
        'Hvor høje de nye boliger må være',
        'Om skorstenen og ostelageret bliver stående',
        'Stier, træer og pladser',
        'Hvor biler kører ind og ud',
      ],
      settled: [
        'Grunden skal bruges til boliger og byrum. Det står i kommuneplanen',
        'Åen må ikke flyttes eller rørlægges',
        'Mindst 25 % af boligerne bliver almene',
      ],
      timeline: [
        { step: 'proposal', when: 'Efter sommerferien' },
        { step: 'hearing', when: 'Mindst otte uger efter forslaget' },
        { step: 'adoption', when: 'Forventet inden årets udgang' },
      ],
      questions: [
        { kind: 'text', label: 'Hvad kan mejeriet og pladsen omkring det bruges til?' },
        { kind: 'text', label: 'Hvordan kommer du forbi grunden i dag – og hvor er det svært?' },
        { kind: 'text', label: 'Hvad må der ikke ske?' },
      ],
      contact:
        'Byplanlægger Mette Kjærsgaard · tlf. 70 00 01 14, hverdage kl. 9–14 · Plan og Byg, Rådhustorvet 1, 8999 Nørreskov. Husk at skrive “Mejerigrunden”.',
      caseNumber: '26/004128',
      area: MEJERI_AREA,
      allowReplies: true,
    },
    department: 'Plan og Byg',
    opensDay: -12,
    lastDay: 0,
    publish: true,
    dates: (now) => ({ closesAt: dayFrom(now, 5), deleteOn: dayFrom(now, 500) }),
    extension: { nth: 9, days: 12, reason: 'Flere foreninger har bedt om tid til at holde et møde først.' },
    tags: {
      t: 'Trafik og parkering',
      b: 'Bevaring af mejeriet',
      e: 'Boliger og højde',
      g: 'Grønne områder',
      s: 'Skolevej',
      r: 'Klima og regnvand',
    },
    texts: MEJERI.map((one) => ({ ...one, tags: one.tags.map((key) => (key === 'h' ? 'e' : key)) })),
    perDay: [18, 24, 11, 7, 5, 3, 2, 4, 6, 5, 3, 9, 12],
    campaignOn: 10,
  },
  {
    input: {
      title: 'Ådalsparken som klimapark',
      teaser: 'Parken skal kunne tage imod mere regn – og stadig være et sted at være. Hvad skal der være plads til?',
      questions: [{ kind: 'text', label: 'Hvad bruger du parken til i dag?' }],
      canInfluence: ['Hvor stierne går', 'Hvad der skal være plads til'],
    },
    templateId: 'park',
    department: 'Vand og Klima',
    opensDay: 0,
    lastDay: -1,
    publish: false,
    dates: () => ({}),
    tags: {},
    texts: [],
    perDay: [0],
    campaignOn: -1,
  },
];
