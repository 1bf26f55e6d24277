/** A text that answers what is asked again and again. Words in braces are filled in for each conversation. */
export interface SavedAnswerInput {
  title: string;
  text: string;
  /** null: for all departments. */
  departmentId?: string | null;
  /** Who sees to it that it holds; the one who writes it when left out. */
  ownerId?: string;
  /** The day by which it is read through again; a year from now when left out. */
  reviewOn?: string;
  /** A person has seen that contact details stand in it, and that everybody may read them. */
  contactChecked?: boolean;
}

export interface UpdateSavedAnswerInput extends Partial<SavedAnswerInput> {
  /** Read through, and it holds. Other words take the mark away unless it is given with them. */
  verified?: boolean;
  /** Out of use; it can be taken back. */
  retired?: boolean;
  version: number;
}

export interface SavedAnswerView {
  id: string;
  title: string;
  text: string;
  departmentId: string | null;
  departmentName: string | null;
  ownerId: string;
  ownerName: string;
  /** The owner can still answer. */
  ownerAnswers: boolean;
  /** `2027-11-28` */
  reviewOn: string;
  /** The day of the review is over. */
  reviewDue: boolean;
  verifiedAt: string | null;
  verifiedByName: string | null;
  retiredAt: string | null;
  /** Answers that came from it and were sent. */
  uses: number;
  lastUsedAt: string | null;
  updatedAt: string;
  version: number;
  /** The caller may edit it. */
  mayEdit: boolean;
}
