/** A formal objection that came after a consultation, held against the consultation's themes. */
export interface ObjectionView {
  id: string;
  /** The objection's own number in the municipality's records. */
  reference: string;
  /** Local day, `2026-12-04`. */
  receivedOn: string;
  tagIds: string[];
}
export interface ObjectionInput {
  reference: string;
  /** `2026-12-04`, or as people write it: `4.12.2026`. */
  receivedOn: string;
  /** Themes that it is about; none: nobody said it in the consultation. */
  tagIds: string[];
}
export interface ObjectionTheme {
  tagId: string;
  name: string;
  comments: number;
  objections: number;
}
export interface Objections {
  items: ObjectionView[];
  themes: ObjectionTheme[];
  /** Objections about something that nobody said before. */
  unforeseen: number;
}
