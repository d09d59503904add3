import { randomUUID } from 'node:crypto';
import { Refusal, type Challenge, type Proof, type ProblemCode } from '@gongkai/contracts';
import { callerLine, signature, type Clock } from '@gongkai/platform';
import { createChallenge, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import type { DataSource, EntityManager } from 'typeorm';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** As long as somebody may read the summary. */
const PROOF_MS = HOUR_MS;
/** A second of a telephone's work: on average 256 keys of so many rounds are tried. */
const ROUNDS = 2_000;

type Kind = 'application' | 'file';

/** In an hour: from one address at all, and without a proof from one address and from everywhere. */
const LIMITS = {
  application: { address: 30, unproved: 3, allUnproved: 60 },
  file: { address: 60, unproved: 60, allUnproved: 600 },
} as const satisfies Record<Kind, unknown>;

const COUNT = `
  SELECT count(*) FILTER (WHERE address = $2) AS here, min(at) FILTER (WHERE address = $2) AS oldest,
         count(*) FILTER (WHERE address = $2 AND NOT proved) AS unproved, count(*) FILTER (WHERE NOT proved) AS all_unproved
    FROM public_request WHERE kind = $1 AND at > $3`;

type Counted = {
  readonly here: number;
  readonly oldest: Date | null;
  readonly unproved: number;
  readonly all_unproved: number;
};

type Parts = { readonly source: DataSource; readonly clock: Clock; readonly secret: string };

/** Who knocks, from where, and whether their machine has done its sum. */
export type Knock = { readonly kind: Kind; readonly address: string; readonly proof?: Proof | undefined };

/** Keeps the open door from being run in: by number, and beyond a few by work that costs who sends thousands. Addresses are forgotten in an hour. */
export class Admission {
  readonly #secret: string;

  constructor(private readonly parts: Parts) {
    this.#secret = signature(parts.secret, 'challenge of the portal');
  }

  /** A new sum. The clock of the office says until when it holds, not that of the library. */
  async challenge(): Promise<Challenge> {
    const until = this.parts.clock.now().getTime() + PROOF_MS;
    return createChallenge({
      algorithm: 'PBKDF2/SHA-256',
      cost: ROUNDS,
      deriveKey,
      data: { until },
      hmacSignatureSecret: this.#secret,
    });
  }

  /** Lets somebody in, and counts them. @throws Refusal `too-many-requests`, `proof-needed` */
  async admit({ kind, address: from, proof }: Knock): Promise<void> {
    const address = callerLine(from);
    const now = this.parts.clock.now();
    const isProved = proof !== undefined && (await this.#isRight(proof, now));
    if (proof !== undefined && !isProved) throw new Refusal('proof-needed');
    await this.parts.source.transaction(async (manager) => {
      await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`public ${address}`]);
      await refuseCrowd(manager, { kind, address, isProved, now });
      if (proof !== undefined) await spend(manager, proof, now);
      await manager.query('INSERT INTO public_request (id, kind, address, proved, at) VALUES ($1, $2, $3, $4, $5)', [
        randomUUID(),
        kind,
        address,
        isProved,
        now,
      ]);
      await manager.query('DELETE FROM public_request WHERE at <= $1', [new Date(now.getTime() - HOUR_MS)]);
    });
  }

  async #isRight({ challenge, solution }: Proof, now: Date): Promise<boolean> {
    const { verified } = await verifySolution({ challenge, solution, deriveKey, hmacSignatureSecret: this.#secret });
    return verified && untilOf(challenge) > now.getTime();
  }
}

function untilOf({ parameters: { data } }: Challenge): number {
  return typeof data?.until === 'number' ? data.until : 0;
}

type Coming = { readonly kind: Kind; readonly address: string; readonly isProved: boolean; readonly now: Date };

async function refuseCrowd(manager: EntityManager, { kind, address, isProved, now }: Coming): Promise<void> {
  const [counted] = await manager.query<Counted[]>(COUNT, [kind, address, new Date(now.getTime() - HOUR_MS)]);
  if (counted === undefined) return;
  const limits = LIMITS[kind];
  if (counted.here >= limits.address) {
    const until = (counted.oldest ?? now).getTime() + HOUR_MS;
    throw no('too-many-requests', Math.max(1, Math.ceil((until - now.getTime()) / MINUTE_MS)));
  }
  const isCrowd = counted.unproved >= limits.unproved || counted.all_unproved >= limits.allUnproved;
  if (!isProved && isCrowd) throw new Refusal('proof-needed');
}

const no = (code: ProblemCode, minutes: number): Refusal => new Refusal(code, [], { facts: { minutes } });

/** A proof is good once. */
async function spend(manager: EntityManager, { challenge }: Proof, now: Date): Promise<void> {
  const spent = await manager.query<unknown[]>(
    'INSERT INTO spent_proof (signature, until) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING signature',
    [challenge.signature, new Date(untilOf(challenge))],
  );
  if (spent.length === 0) throw new Refusal('proof-needed');
  await manager.query('DELETE FROM spent_proof WHERE until <= $1', [now]);
}
