import type { Channel, SpeaksAs } from '../comments/comment-states.js';
import type { Point } from '../geo/denmark.js';
import type { PublicPhoto } from './file.contract.js';

/** A place that a public comment is about. */
export interface PublicPlace {
  number: string;
  point: Point;
  place: string | null;
  /** The beginning of what was said. */
  excerpt: string;
}

export interface PublicAnswer {
  /** "Nørreskov Kommune, Vej og Park" */
  signature: string;
  text: string;
  answeredAt: string;
}

export interface PublicComment {
  number: string;
  text: string;
  /** The name the person chose to show, or null: "Borger". */
  author: string | null;
  speaksAs: SpeaksAs;
  /** Where it is about, in words. */
  place: string | null;
  /** Where it is about, rounded to a grid of about a hundred metres. */
  point: Point | null;
  photos: PublicPhoto[];
  /** What it is written in. */
  language: 'da' | 'en';
  /** How many pressed "Enig"; indicative. */
  supportCount: number;
  /** Replies from other citizens, oldest first; none below these. */
  replies: PublicComment[];
  /** Names of the themes that the staff show to everybody. */
  themes: string[];
  channel: Channel;
  receivedAt: string;
  /** When the person last changed the words. */
  editedAt: string | null;
  answers: PublicAnswer[];
}

export interface PublicCommentPage {
  items: PublicComment[];
  nextCursor: string | null;
  /** How many fit the filter; null without one. */
  found: number | null;
}
