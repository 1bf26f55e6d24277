import { median, openConsultation, percentile } from './product.mjs';

/** The picture that other sites show of a link: drawn for the first time, and once more from what was kept. */
export async function previewPicture(product) {
  const [first, again] = [[], []];
  // Fonts and the drawing library are loaded with the very first picture of a process: once, not for each consultation.
  await timed(product, await openConsultation(product));
  for (let i = 0; i < 20; i += 1) {
    const made = await openConsultation(product, {
      title: `Hvad skal der ske på torvet i ${i}. kvarter, når banen er flyttet?`,
    });
    first.push(await timed(product, made));
    again.push(await timed(product, made));
  }
  const sorted = first.toSorted((a, b) => a - b);
  const p95 = percentile(sorted, 95);
  return [
    {
      what: `preview picture of a consultation, drawn for the first time, p95 of 20 (median ${median(first).toFixed(0)} ms; kept ${median(again).toFixed(0)} ms)`,
      measured: `${p95.toFixed(0)} ms`,
      goal: '< 150 ms',
      holds: p95 < 150,
    },
  ];
}

async function timed(product, { slug }) {
  const from = performance.now();
  const answer = await fetch(`${product.base}/f/${slug}/delekort.png`);
  const { byteLength } = await answer.arrayBuffer();
  if (!answer.ok || byteLength < 5_000) throw new Error(`no picture: ${answer.status}`);
  return performance.now() - from;
}
