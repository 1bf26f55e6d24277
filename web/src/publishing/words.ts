import type { PostIssue } from '@forhoering/shared/publishing/post-issues.rules.js';
import type { StoryPhase } from '@forhoering/shared/publishing/story.rules.js';

export const PHASE_DA: Record<StoryPhase, string> = {
  opening: 'Åbning',
  halfway: 'Halvvejs',
  lastDays: 'Tre dage tilbage',
  closed: 'Lukket',
};

/** In a few words, beside the channel. */
export function issueChip({ code, over = 0 }: PostIssue): string {
  switch (code) {
    case 'post-empty':
      return 'Tom';
    case 'post-too-long':
      return `${over} for lang`;
    case 'post-needs-picture':
      return 'Mangler billede';
    case 'post-alt-too-long':
      return 'Alt-tekst for lang';
    case 'post-without-link':
      return 'Uden link';
    case 'post-link-is-dead':
      return 'Link virker ikke';
    case 'post-without-alt':
      return 'Mangler alt-tekst';
  }
}

/** What to do about it. */
export function issueHelp({ code, over = 0 }: PostIssue): string {
  switch (code) {
    case 'post-empty':
      return 'Skriv en tekst, eller hent historien igen.';
    case 'post-too-long':
      return `Kanalen tager den ikke. Kort den ned med ${over}.`;
    case 'post-needs-picture':
      return 'Her kan man ikke lægge tekst op uden billede. Vælg et under Billede.';
    case 'post-alt-too-long':
      return `Kort alt-teksten ned med ${over} tegn.`;
    case 'post-without-link':
      return 'Sæt {link} ind, hvor kanalens eget link skal stå. Ellers kan folk ikke komme videre.';
    case 'post-link-is-dead':
      return 'Man kan ikke trykke på et link i teksten her. Skriv, at det står i profilen, og sæt det dér.';
    case 'post-without-alt':
      return 'Skriv, hvad billedet viser, til dem, der får det læst op.';
  }
}

/** For the first comment below a post, fastened by hand. */
export const pinnedComment = (privacyUrl: string): string =>
  `Kommentarer her bliver læst og kan indgå i sagen, også hvis du senere sletter dem. Skriv ikke cpr-nummer eller andet privat. Læs mere: ${privacyUrl}`;
