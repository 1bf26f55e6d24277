import type { OutgoingMail } from '../platform/mail/mailer.js';

interface Invitation {
  to: string;
  name: string;
  url: string;
  kind: 'invite' | 'reset';
  from: string;
}

export function invitationMail({ to, name, url, kind, from }: Invitation): OutgoingMail {
  const invite = kind === 'invite';
  return {
    to,
    subject: invite ? 'Du er inviteret til Forhøring' : 'Vælg en ny adgangskode til Forhøring',
    text: [
      `Hej ${name}`,
      '',
      invite
        ? `${from} har oprettet en konto til dig i Forhøring. Vælg din adgangskode her:`
        : 'Vælg en ny adgangskode her:',
      url,
      '',
      invite
        ? 'Linket virker én gang og i syv dage.'
        : 'Linket virker én gang og i ét døgn. Har du ikke bedt om det, så sig det til din administrator.',
    ].join('\n'),
  };
}
