export const FILE_KINDS = ['picture', 'document'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** A picture or a document of a consultation, as everybody sees it. Addresses are paths on the same server. */
export interface PublicFile {
  id: string;
  kind: FileKind;
  /** Caption of a picture, name of a document. */
  title: string;
  /** What a picture shows, for those who do not see it. Empty: it only decorates. */
  altText: string;
  bytes: number;
  /** Pixels of the large size; null for a document. */
  width: number | null;
  height: number | null;
  url: string;
  /** A smaller size of a picture; null for a document. */
  smallUrl: string | null;
}

/** The same for staff: the addresses work before the consultation is open. */
export interface ConsultationFileView extends PublicFile {
  createdAt: string;
}

export interface UpdateConsultationFileInput {
  title?: string;
  altText?: string;
  /** 0 is first; the others move up. */
  position?: number;
}

/** A photo that a citizen has added to a comment: seen by staff first, always. */
export const PHOTO_STATES = ['waiting', 'public', 'hidden'] as const;
export type PhotoState = (typeof PHOTO_STATES)[number];

export interface CommentPhotoView {
  id: string;
  state: PhotoState;
  altText: string;
  width: number;
  height: number;
  url: string;
  smallUrl: string;
}

/** An uploaded photo that waits for its comment to be sent. */
export interface UploadedPhoto {
  /** Goes into `photos` of the comment; good for a day. */
  token: string;
  width: number;
  height: number;
}

export interface DecidePhotoInput {
  action: 'publish' | 'hide';
  /** What it shows; asked for when it is shown to everybody. */
  altText?: string;
}

export interface PublicPhoto {
  altText: string;
  width: number;
  height: number;
  url: string;
  smallUrl: string;
}
