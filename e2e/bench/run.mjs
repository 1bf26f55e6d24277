// `npm run bench [-- name …]`: what the product costs, as ratios within one run. Machines are shared: compare inside a run, never between two.
import os from 'node:os';
import { startProduct } from './product.mjs';
import { calendar } from './calendar.mjs';
import { channels } from './channels.mjs';
import { acceptComments } from './accept-comments.mjs';
import { crowd } from './crowd.mjs';
import { exportsBench } from './exports.mjs';
import { inbox } from './inbox.mjs';
import { phonePage } from './phone-page.mjs';
import { previewPicture } from './preview-picture.mjs';
import { publicPage } from './public-page.mjs';
import { registerList } from './register-list.mjs';

const BENCHES = {
  acceptComments,
  publicPage,
  phonePage,
  previewPicture,
  crowd,
  registerList,
  exportsBench,
  inbox,
  calendar,
  channels,
};
const wanted = process.argv.slice(2);
const chosen = Object.entries(BENCHES).filter(([name]) => wanted.length === 0 || wanted.includes(name));
if (chosen.length === 0) {
  console.error(`There is: ${Object.keys(BENCHES).join(', ')}.`);
  process.exit(2);
}
const product = await startProduct();
const rows = [];
try {
  for (const [, bench] of chosen) rows.push(...(await bench(product)));
} finally {
  await product.stop();
}
console.log(
  `\nNode ${process.version}, ${os.cpus().length} cores (${os.cpus()[0]?.model ?? ''}), load ${os.loadavg()[0].toFixed(1)}, ${new Date().toISOString().slice(0, 10)}\n`,
);
console.log('| what | measured | goal | holds |\n| --- | --- | --- | --- |');
for (const row of rows) console.log(`| ${row.what} | ${row.measured} | ${row.goal} | ${row.holds ? 'yes' : 'NO'} |`);
