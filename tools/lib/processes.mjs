import { fork, spawn } from 'node:child_process';
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
    const parent = process.ppid;
    if (!windows) setInterval(() => process.ppid === parent || stop(), 500).unref();
    child.on('exit', (code) => resolve(code ?? 0));
  });
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
