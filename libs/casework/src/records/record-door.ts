import type { Proof, PublicRecordCorrection, RecordReceipt, RecordStanding } from '@gongkai/contracts';
import { type Clock, type CommandPool, sameSecret, type Sealer, sentDay } from '@gongkai/platform';
import type { DataSource } from 'typeorm';
import { GuessThrottle } from '../directory/guess-throttle.js';
import { CODES, typedIn } from '../enquiries/typed-in.js';
import type { Idempotency } from '../desk/envelope.js';
import type { LawShelf } from '../law-shelf.js';
import { applicantAt } from '../portal/applicant.js';
import type { Portal } from '../portal/portal.js';
import { fileOfRow, readNumbered } from './record-rows.js';
import { recordStanding } from './record-view.js';
import type { RecordCorrections } from './records.js';

type Parts = {
  readonly source: DataSource;
  readonly pool: CommandPool;
  readonly clock: Clock;
  readonly laws: LawShelf;
  readonly sealer: Sealer;
  readonly portal: Pick<Portal, 'admit'>;
  readonly records: Pick<RecordCorrections, 'open'>;
};

/** A request with the circumstances it is sent in. */
export type SentRecord = {
  readonly body: PublicRecordCorrection;
  readonly address: string;
  readonly proof: Proof | undefined;
  readonly idempotency: Idempotency | undefined;
};
type Asked = { readonly number: string; readonly code: string; readonly address: string };

/** Compared where there is no such number: it takes as long as a wrong code. */
const NO_CODE = '22222222';

/** The door through which the person concerned asks for a record to be corrected, and follows it: no account. */
export class RecordDoor {
  readonly #throttle: GuessThrottle;

  constructor(private readonly parts: Parts) {
    this.#throttle = new GuessThrottle(parts.source, parts.clock, CODES);
  }

  /** Takes a request; it is received today. @throws Refusal `invalid-request`, `too-many-requests`, `proof-needed`, `idempotency-key-reused` */
  async apply({ body: { organ: asked, ...body }, address, proof, idempotency }: SentRecord): Promise<RecordReceipt> {
    const organ = await this.parts.portal.admit(asked, { address, proof, idempotency });
    const actor = applicantAt(organ, body.applicant.name);
    const received = { ...body, channel: 'web' as const, receivedOn: sentDay(this.parts.clock) };
    const { receipt } = await this.parts.records.open(actor, received, idempotency);
    return receipt;
  }

  /** Where it stands. @throws Refusal `application-not-found`, `too-many-attempts`, `invalid-request` */
  async standing({ number, code, address }: Asked): Promise<RecordStanding> {
    const { given, name, numbers } = typedIn(number, code);
    const found = await this.#throttle.attempt({ name, address }, () => this.#find(numbers, given));
    const { laws, clock } = this.parts;
    const law = laws.lawOf(laws.statute, found.file.asked.receivedOn, found.row.organId);
    return recordStanding(found.row, found.file, { law, today: clock.today() });
  }

  async #find(numbers: readonly string[], given: string) {
    const rows = await readNumbered(numbers, this.parts.pool);
    const opened = rows.map((row) => ({ row, file: fileOfRow(row, this.parts.sealer) }));
    if (opened.length === 0) sameSecret(given, NO_CODE);
    return opened[opened.map(({ file }) => sameSecret(given, file.code)).indexOf(true)];
  }
}
