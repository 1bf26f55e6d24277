export interface TagInput {
  name: string;
  parentId?: string | null;
  description?: string;
  keywords?: string[];
  /** One of the eight colours and shapes of the code book, 1–8; proposed when left out. */
  colour?: number;
  /** The single key that sets the tag in the workbench; proposed when left out, '' = none. */
  key?: string;
  /** Everybody may read it on public comments and filter by it; false unless somebody says so. */
  isPublic?: boolean;
  /** Answers about it, and about what lies below it, are read by another before they are sent. */
  readByAnother?: boolean;
}
export type UpdateTagInput = Partial<TagInput> & { version: number };

export interface TagView {
  id: string;
  consultationId: string;
  parentId: string | null;
  name: string;
  description: string;
  keywords: string[];
  colour: number;
  key: string;
  isPublic: boolean;
  readByAnother: boolean;
  position: number;
  /** Comments that carry it. */
  count: number;
  version: number;
}

/** A theme that everybody may filter by. */
export interface PublicTheme {
  id: string;
  name: string;
  /** Shown comments that carry it. */
  count: number;
}

export interface SetCommentTagsInput {
  tagIds: string[];
  /** The comment's version that was read; left out = last one wins. */
  version?: number;
}

export interface CommentTagsResult {
  id: string;
  tagIds: string[];
  version: number;
}
