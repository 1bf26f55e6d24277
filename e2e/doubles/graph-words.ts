import type { Said } from './double.ts';

export interface Made {
  id: string;
  message: string;
  created_time: string;
  parent: string | null;
  from: { id: string; name: string } | null;
  link: string;
  photo: string | null;
}
export interface Container {
  caption: string;
  imageUrl: string;
  altText: string;
  status: 'IN_PROGRESS' | 'FINISHED' | 'PUBLISHED' | 'EXPIRED' | 'ERROR';
}

export interface Below {
  id: string;
  text: string;
  timestamp: string;
  username: string;
  from: { id: string; username: string };
  parent_id: string;
}

/** An error as Graph words it. */
export const graphError = (code: number, message: string, more: object = {}, status = 400): Said => ({
  status,
  body: { error: { message, type: 'OAuthException', code, fbtrace_id: 'A1', ...more } },
});

export const stamp = (): string => new Date().toISOString().replace(/\.\d+Z$/, '+0000');
export const ok = (body: unknown): Said => ({ status: 200, body });
export const gone = (): Said =>
  graphError(100, 'Unsupported get request. Object does not exist', { error_subcode: 33 });
