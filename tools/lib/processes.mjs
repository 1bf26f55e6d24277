import { fork, spawn } from 'node:child_process';
import fs from 'node:fs';
import { at, root, windows } from './paths.mjs';

/**
 * Runs the supervisor until told to stop. It ends with us by its IPC channel, even when we are killed outright;
 * and we end with npm, whose own death no signal tells us of.
 */
export function keepRunning(env, script, args) {
  return new Promise((resolve) => {
    const child = fork(at(script), args, {
      cwd: root,
      env,
      execPath: env.FORHOERING_NODE,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    const stop = () => child.exitCode === null && child.signalCode === null && child.kill('SIGTERM');
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
    const npm = npmAlive();
    if (!windows) setInterval(() => npm() || stop(), 500).unref();
    child.on('exit', (code) => resolve(code ?? 0));
  });
}

/** Whether npm is still there: our parent or, where `sh` stays in between (dash, busybox), the parent of that. */
function npmAlive() {
  const parent = process.ppid;
  const above = shellParent(parent);
  return () => process.ppid === parent && (above === null || shellParent(parent) === above);
}

/** The parent of the shell that npm runs a script in; null when `pid` is no such shell. */
function shellParent(pid) {
  if (process.platform !== 'linux' || process.env.npm_lifecycle_event === undefined) return null;
  try {
    if (fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')[1] !== '-c') return null;
    return /^PPid:\s*(\d+)/m.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? null;
  } catch {
    return null;
  }
}

/** Runs a script of the project to its end. @returns its exit code */
export function runOnce(env, [script, ...args]) {
  return run(env, [at(script), ...args], root);
}

export function run(env, args, cwd, extra = {}) {
  return new Promise((resolve) => {
    const child = spawn(env.FORHOERING_NODE, args, { cwd, env: { ...env, ...extra }, stdio: 'inherit' });
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

/** Runs quietly and keeps what was said. */
export function capture(env, command, args, cwd) {
  return new Promise((resolve) => {
    const from = Date.now();
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => resolve({ ok: false, output: error.message, seconds: 0 }));
    child.on('exit', (code) => resolve({ ok: code === 0, output, seconds: (Date.now() - from) / 1000 }));
  });
}
