import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Injectable } from '@nestjs/common';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { Config } from '../config/config.js';
import { log } from '../log/log.js';

export interface OutgoingMail {
  to: string;
  subject: string;
  text: string;
  /** Stays the same when the same mail goes out again, so that mail programs show it once. Without domain. */
  messageId?: string;
}

/** Plain-text mail by SMTP; without SMTP_URL each mail becomes a file in `DATA_DIR/mail`. */
@Injectable()
export class Mailer {
  private readonly transport;
  private readonly folder: string;

  constructor(private readonly config: Config) {
    this.folder = path.join(config.dataDir, 'mail');
    this.transport =
      config.smtpUrl === undefined
        ? createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
        : createTransport(config.smtpUrl, { from: config.mailFrom });
  }

  get writesToFolder(): string | null {
    return this.config.smtpUrl === undefined ? this.folder : null;
  }

  /** @throws when the mail server or the disk refuses; the caller's job tries again */
  async send(mail: OutgoingMail): Promise<void> {
    const id = mail.messageId ?? randomUUID();
    const message: SendMailOptions = {
      from: this.config.mailFrom,
      to: { name: '', address: mail.to },
      subject: mail.subject,
      text: mail.text,
      messageId: `<${id}@${new URL(this.config.publicUrl).hostname}>`,
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      disableFileAccess: true,
      disableUrlAccess: true,
    };
    const sent: unknown = await this.transport.sendMail(message);
    if (this.config.smtpUrl === undefined) await this.keep(id, sent);
  }

  /** For mail whose content the sender also sees on the screen: a failure is logged, not thrown. */
  async trySend(mail: OutgoingMail): Promise<boolean> {
    try {
      await this.send(mail);
      return true;
    } catch (error) {
      log.error('mail-failed', error);
      return false;
    }
  }

  private async keep(id: string, sent: unknown): Promise<void> {
    const bytes = typeof sent === 'object' && sent !== null && 'message' in sent ? sent.message : null;
    if (!Buffer.isBuffer(bytes)) throw new Error('mail was not rendered');
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    await writeFile(path.join(this.folder, `${id.replace(/[^\w.-]/g, '_')}.eml`), bytes, { mode: 0o600 });
  }
}
