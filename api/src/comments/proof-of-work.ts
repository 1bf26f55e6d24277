import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ChallengeView } from '@forhoering/shared/contracts/official-answer.contract.js';
import { Clock } from '../platform/clock/clock.js';
import { Config } from '../platform/config/config.js';
import { KeyRing } from '../platform/keys/keys.js';
import { networkOf } from './network.js';

const WINDOW_MS = 60_000;
/** From here on a single network, or everybody together, looks like a script. */
const FROM_NETWORK = 12;
const FROM_ALL = 300;
const GOOD_FOR_MS = 10 * 60_000;
/** Some 65,000 hashes on average. */
const BITS = 16;

/**
 * Proof of work: asked for only while load or signals are high, and then of everybody alike. A solved challenge is good once and for ten
 * minutes. Counted per web process; with several the thresholds are so much higher, which is the right way to be wrong.
 */
@Injectable()
export class ProofOfWork {
  private arrivals: Array<{ at: number; network: string }> = [];
  private readonly used = new Map<string, number>();

  constructor(
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly keys: KeyRing,
  ) {}

  /** Counts this arrival and says whether work is asked for. */
  asks(address: string): boolean {
    if (!this.config.rateLimit) return false;
    const now = this.clock.nowMs();
    const network = networkOf(address);
    this.arrivals = this.arrivals.filter(({ at }) => at > now - WINDOW_MS).slice(-5_000);
    this.arrivals.push({ at: now, network });
    return (
      this.arrivals.length > FROM_ALL ||
      this.arrivals.filter((arrival) => arrival.network === network).length > FROM_NETWORK
    );
  }

  challenge(): ChallengeView {
    const body = `${this.clock.nowMs().toString(36)}.${randomBytes(9).toString('base64url')}`;
    return { challenge: `${body}.${this.sign(body)}`, bits: BITS };
  }

  /** @param proof `challenge:nonce`. True once for work that was done on a challenge of ours within ten minutes. */
  accepts(proof: string | undefined): boolean {
    const cut = proof?.lastIndexOf(':') ?? -1;
    if (proof === undefined || cut < 0) return false;
    const challenge = proof.slice(0, cut);
    const [at = '', salt = '', signature = ''] = challenge.split('.');
    const expected = Buffer.from(this.sign(`${at}.${salt}`));
    const given = Buffer.from(signature);
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return false;
    const now = this.clock.nowMs();
    if (Number.parseInt(at, 36) < now - GOOD_FOR_MS || this.used.has(challenge)) return false;
    if (leadingZeroBits(createHash('sha256').update(proof).digest()) < BITS) return false;
    for (const [old, when] of this.used) if (when < now - GOOD_FOR_MS) this.used.delete(old);
    this.used.set(challenge, now);
    return true;
  }

  private sign(body: string): string {
    return createHmac('sha256', this.keys.privateLink.current)
      .update('proof-of-work')
      .update(body)
      .digest('base64url')
      .slice(0, 22);
  }
}

/** How many bits are zero before the first one. */
export function leadingZeroBits(hash: Uint8Array): number {
  let bits = 0;
  for (const byte of hash) {
    if (byte !== 0) return bits + Math.clz32(byte) - 24;
    bits += 8;
  }
  return bits;
}
