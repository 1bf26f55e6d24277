import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { TestApp } from './app.js';

export interface Mailed {
  to: string;
  subject: string;
  text: string;
}

/** What the mailer has written instead of sending. */
export function mailsOf({ config }: TestApp): Mailed[] {
  const folder = path.join(config.dataDir, 'mail');
  if (!existsSync(folder)) return [];
  return readdirSync(folder).map((file) => {
    const text = readFileSync(path.join(folder, file), 'utf8');
    const head = (name: string): string => new RegExp(`^${name}: (.*)$`, 'm').exec(text)?.[1] ?? '';
    // A long line is broken by the mail's own encoding.
    return { to: head('To'), subject: head('Subject'), text: text.replaceAll(/=\r?\n/g, '') };
  });
}
