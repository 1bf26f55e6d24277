// A directory (PLC) and a server (PDS) for tests: `node --require ./loopback.cjs serve.mjs <folder> [AppView's address]`. Says `ready <address>`.
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:net';
import path from 'node:path';
import { envToCfg, envToSecrets, PDS } from '@atproto/pds';
import { Database, PlcServer } from '@did-plc/server';

const [folder, appView = 'http://127.0.0.1:9'] = process.argv.slice(2);
// Whoever started us is gone when our input ends.
process.stdin.resume().on('end', () => process.exit(0));

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
const secret = () => randomBytes(32).toString('hex');

const plcPort = await freePort();
await PlcServer.create({ db: Database.mock(), port: plcPort }).start();

const port = await freePort();
const env = {
  devMode: true,
  port,
  hostname: 'localhost',
  dataDirectory: folder,
  blobstoreDiskLocation: path.join(folder, 'blobs'),
  adminPassword: secret(),
  jwtSecret: secret(),
  plcRotationKeyK256PrivateKeyHex: secret(),
  serviceHandleDomains: ['.test'],
  didPlcUrl: `http://localhost:${plcPort}`,
  bskyAppViewUrl: appView,
  bskyAppViewDid: 'did:example:invalid',
  inviteRequired: false,
  disableSsrfProtection: true,
  rateLimitsEnabled: false,
};
const pds = await PDS.create(envToCfg(env), envToSecrets(env));
await pds.start();
console.log(`ready http://127.0.0.1:${port}`);
