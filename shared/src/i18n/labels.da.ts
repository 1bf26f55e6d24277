import type { Channel, CommentState, SpeaksAs } from '../comments/comment-states.js';
import type { LinkSource } from '../consultations/link-sources.js';
import type { ConsultationState } from '../consultations/consultation-states.js';
import type { Role } from '../contracts/access.contract.js';

/** Danish names of what the code calls by its English name. Used by pages, mails, CSV and PDF alike. */
export const CHANNEL_DA: Record<Channel, string> = {
  web: 'Web',
  facebook: 'Facebook',
  instagram: 'Instagram',
  threads: 'Threads',
  bluesky: 'Bluesky',
  mastodon: 'Mastodon',
  linkedin: 'LinkedIn',
  x: 'X',
  mail: 'Mail',
  letter: 'Brev',
  phone: 'Telefon',
  meeting: 'Møde',
  import: 'Import',
};

/** Where a shared link was put up. */
export const LINK_SOURCE_DA: Record<LinkSource, string> = { ...CHANNEL_DA, plakat: 'Plakat', embed: 'Indlejret boks' };

export const SPEAKS_AS_DA: Record<SpeaksAs, string> = {
  private: 'Privatperson',
  association: 'Forening',
  company: 'Virksomhed',
  authority: 'Myndighed',
  council: 'Råd eller udvalg',
};

/** As staff read it. */
export const COMMENT_STATE_DA: Record<CommentState, string> = {
  received: 'Modtaget',
  held: 'Holdt tilbage',
  waiting: 'Venter',
  public: 'Vist',
  hidden: 'Skjult',
  withdrawn: 'Trukket tilbage',
};

export const CONSULTATION_STATE_DA: Record<ConsultationState, string> = {
  draft: 'Kladde',
  scheduled: 'Åbner senere',
  open: 'Åben',
  closed: 'Lukket',
  discarded: 'Kasseret',
  standing: 'Åben hele året',
};

export const ROLE_DA: Record<Role, string> = {
  administrator: 'Administrator',
  planner: 'Byplanlægger',
  caseworker: 'Sagsbehandler',
  socialMediaManager: 'SoMe-ansvarlig',
  superUser: 'Superbruger',
  dpo: 'Databeskyttelsesrådgiver',
};

/** What screening finds, as a chip says it. */
export const FLAG_DA: Record<string, string> = {
  cpr: 'cpr-nummer',
  phone: 'telefonnummer',
  email: 'mailadresse',
  address: 'adresse',
  honeypot: 'ligner spam',
  unproven: 'kom i en bølge, uden tegn på et menneske',
  'many-links': 'mange links',
  'markup-links': 'links med kode',
  'repeated-characters': 'gentagne tegn',
};

/** `1 bidrag`, `2 temaer`: Danish plurals, which only know one and more. */
export function plural(count: number, one: string, many: string): string {
  return `${count.toLocaleString('da-DK')} ${count === 1 ? one : many}`;
}
