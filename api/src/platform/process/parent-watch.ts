/** Ends this process when the supervisor is gone, however it went: no orphan keeps a port or a job. */
export function exitWithParent(shutDown: () => Promise<void>): void {
  let ending = false;
  const end = (): void => {
    if (ending) return;
    ending = true;
    // A shutdown that hangs must not keep the process for ever.
    setTimeout(() => process.exit(1), 15_000).unref();
    void shutDown().finally(() => process.exit(0));
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, end);
  if (process.send) process.on('disconnect', end);
}
