import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const at = (...parts) => path.join(root, ...parts);
export const windows = process.platform === 'win32';
const started = Date.now();
export const say = (line) => console.log(`[${((Date.now() - started) / 1000).toFixed(1)} s] ${line}`);
