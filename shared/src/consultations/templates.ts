import type { ConsultationInput } from '../contracts/consultation.contract.js';

/** A built-in template: plain Danish that a planner only has to make her own. Dates follow from `periodDays`. */
export interface BuiltInTemplate {
  id: string;
  name: string;
  description: string;
  periodDays: number | null;
  input: ConsultationInput;
}

const NEXT =
  'Vi læser alt, hvad I skriver, og samler det til politikerne. Først derefter laver vi et forslag. Forslaget kommer også i høring.';

export const BUILT_IN_TEMPLATES: readonly BuiltInTemplate[] = [
  {
    id: 'idea-phase',
    name: 'Idéfase til en lokalplan',
    description: 'En grund eller et område skal have en ny plan. Spørg, før der bliver tegnet.',
    periodDays: 28,
    input: {
      title: 'Hvad skal der ske på [stedet]?',
      teaser:
        'Vi skal lave en plan for [stedet]. Fortæl os, hvad du ved, og hvad du ønsker, før vi går i gang med at tegne.',
      purpose: `[Stedet] ligger mellem [veje]. I dag er her [sådan er det nu].\n\nByrådet har bedt om et forslag til en lokalplan. En lokalplan bestemmer, hvad man må bygge, og hvad området må bruges til.\n\n${NEXT}`,
      canInfluence: ['Hvor højt og hvor tæt der må bygges', 'Stier, træer og pladser', 'Hvor biler kører ind og ud'],
      settled: ['Det, der står i kommuneplanen: [skriv det kort]', 'Regler om natur og vand'],
      questions: [
        { kind: 'text', label: 'Hvad er det vigtigste, vi skal vide om stedet?' },
        { kind: 'text', label: 'Hvad må der ikke ske?' },
        { kind: 'place', label: 'Er der et bestemt sted, du tænker på?' },
      ],
    },
  },
  {
    id: 'traffic',
    name: 'Trafik og trafiksikkerhed',
    description: 'En vej, et kryds eller en skolevej. Folk peger på, hvor det er svært.',
    periodDays: 21,
    input: {
      title: 'Hvor er trafikken utryg i [området]?',
      teaser: 'Vi vil gøre det tryggere at færdes i [området]. Fortæl os, hvor det er svært at komme frem.',
      purpose: `Der er sat [beløb] kr. af til at gøre trafikken tryggere. Vi begynder dér, hvor det gør mest gavn.\n\nDu ved, hvordan det er at gå, cykle og køre her hver dag. Det kan vi ikke se på et kort.\n\n${NEXT}`,
      canInfluence: ['Hvilke steder vi begynder med', 'Om det bliver bump, lys, en sti eller noget andet'],
      settled: ['Hvor mange penge der er: [beløb] kr.', 'Statens veje kan vi ikke ændre'],
      questions: [
        { kind: 'place', label: 'Hvor er det utrygt?' },
        { kind: 'several', label: 'Hvordan færdes du der?', options: ['Til fods', 'På cykel', 'I bus', 'I bil'] },
        { kind: 'scale', label: 'Hvor trygt er det?', options: ['meget utrygt', 'meget trygt'] },
        { kind: 'text', label: 'Hvad sker der, og hvad ville hjælpe?' },
      ],
    },
  },
  {
    id: 'park',
    name: 'Park og byrum',
    description: 'En park, en plads eller en legeplads skal laves om.',
    periodDays: 28,
    input: {
      title: 'Hvad skal [parken] kunne?',
      teaser: 'Vi vil lave [parken] om. Fortæl os, hvad du bruger den til i dag, og hvad du mangler.',
      purpose: `[Parken] skal sættes i stand. Der er plads til nyt, men ikke til alt.\n\nVi vil gerne høre fra både dem, der kommer her hver dag, og dem, der går udenom.\n\n${NEXT}`,
      canInfluence: ['Hvad der skal være plads til', 'Hvor stierne går', 'Bænke, lys og planter'],
      settled: ['De store træer bliver stående', 'Hvor mange penge der er: [beløb] kr.'],
      questions: [
        { kind: 'text', label: 'Hvad bruger du stedet til i dag?' },
        { kind: 'text', label: 'Hvad mangler du?' },
        {
          kind: 'several',
          label: 'Hvad er vigtigst for dig?',
          options: ['Ro', 'Leg', 'Sport', 'Natur', 'At mødes med andre'],
        },
      ],
    },
  },
  {
    id: 'school',
    name: 'Skole og dagtilbud',
    description: 'En ny institution, et nyt skoledistrikt eller en ombygning.',
    periodDays: 28,
    input: {
      title: 'Hvordan skal [skolen eller børnehaven] være?',
      teaser: 'Vi skal bygge [skolen eller børnehaven]. Fortæl os, hvad der er vigtigt for jer, før vi tegner huset.',
      purpose: `[Skolen eller børnehaven] får plads til [antal] børn og ligger ved [stedet].\n\nBørn, forældre, naboer og personale ved noget, som vi ikke ved. Det vil vi gerne høre.\n\n${NEXT}`,
      canInfluence: ['Legeplads og udeareal', 'Hvor I afleverer og parkerer', 'Hvad huset kan bruges til om aftenen'],
      settled: ['Den ligger ved [stedet]', 'Der bliver plads til [antal] børn', 'Den åbner i [måned og år]'],
      questions: [
        { kind: 'text', label: 'Hvad skal der være plads til?' },
        { kind: 'text', label: 'Hvordan kommer I frem om morgenen?' },
        {
          kind: 'one',
          label: 'Hvem er du?',
          options: ['Forælder', 'Nabo', 'Ansat', 'Barn eller ung', 'En anden'],
        },
      ],
    },
  },
  {
    id: 'blank',
    name: 'Tom',
    description: 'Begynd forfra. Alt er tomt.',
    periodDays: null,
    input: {},
  },
];

/** What a built-in template leaves for the planner to fill in: `[stedet]`. */
const BLANK = /\[[^\]\n]{1,60}\]/;

/** Whether a text still holds words in square brackets that were meant to be replaced. */
export function hasBlanks(text: string): boolean {
  return BLANK.test(text);
}
