import type { Toasts } from '../ui/toasts.svelte';

/** Into the clipboard, and said; without permission the person is told what to do instead. */
export async function copyText(text: string, what: string, toasts: Toasts): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    toasts.say(`Kopieret: ${what}`);
  } catch {
    toasts.complain('Browseren vil ikke kopiere. Markér teksten i forhåndsvisningen, og tryk Ctrl-C.');
  }
}

/** The picture as JPEG, which every network takes. @throws when it cannot be read */
export async function downloadJpeg(url: string, name: string): Promise<void> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`picture: ${answer.status}`);
  const bitmap = await createImageBitmap(await answer.blob());
  const canvas = Object.assign(document.createElement('canvas'), { width: bitmap.width, height: bitmap.height });
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  // What is transparent would become black.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, bitmap.width, bitmap.height);
  context.drawImage(bitmap, 0, 0);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.92));
  if (!blob) throw new Error('no picture');
  const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
