/** Signals that a comment may be advertising. Each only makes it wait for a person; none refuses it. */
export function spamSignals(text: string, honeypot: string): string[] {
  const signals: string[] = [];
  if (honeypot !== '') signals.push('honeypot');
  if ((text.match(/https?:\/\/|www\./gi)?.length ?? 0) > 3) signals.push('many-links');
  if (/\[(?:url|link)[=\]]|<a\s+href/i.test(text)) signals.push('markup-links');
  if (/(.)\1{24}/su.test(text)) signals.push('repeated-characters');
  return signals;
}
