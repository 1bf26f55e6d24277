import type { CommentPhotoView, PublicPhoto } from '@forhoering/shared/contracts/file.contract.js';
import type { CommentPhoto } from './comment-photo.entity.js';

export function photoView({ id, state, altText, width, height }: CommentPhoto): CommentPhotoView {
  return {
    id,
    state,
    altText,
    width,
    height,
    url: `/api/v1/photos/${id}/large`,
    smallUrl: `/api/v1/photos/${id}/small`,
  };
}

export function publicPhoto({
  id,
  altText,
  width,
  height,
}: Pick<CommentPhoto, 'id' | 'altText' | 'width' | 'height'>): PublicPhoto {
  const root = `/api/v1/public/photos/${id}`;
  return { altText, width, height, url: `${root}/large`, smallUrl: `${root}/small` };
}
