import { randomUUID } from 'node:crypto';
import {
  confirmedByPortal,
  PUBLIC_FILE_BYTES,
  queryCodeText,
  Refusal,
  type CaseView,
  type Challenge,
  type Guide,
  type Language,
  type NewApplication,
  type Proof,
  type PublicApplication,
  type PublicFile,
  type PublicOrgans,
  type PublicReceipt,
} from '@gongkai/contracts';
import { fileTooLarge, sentDay, type Clock, type FileClaim, type Sealer } from '@gongkai/platform';
import type { DataSource } from 'typeorm';
import type { CaseDesk } from '../desk/case-desk.js';
import type { Companion } from '../desk/companion.js';
import type { Idempotency } from '../desk/envelope.js';
import { readKept } from '../desk/kept-answers.js';
import { openQueryCode } from '../enquiries/query-code.js';
import { followAddress } from '../enquiries/receipt-slips.js';
import { Guides, openChannels } from '../guides/guides.js';
import type { LawShelf } from '../law-shelf.js';
import { keepFollowMail } from '../own/follow-mail.js';
import type { StoredFiles } from '../stored-files.js';
import { Admission } from './admission.js';
import { applicantAt } from './applicant.js';
import { applicationProblems } from './application-checks.js';

type Parts = {
  readonly source: DataSource;
  readonly clock: Clock;
  readonly laws: LawShelf;
  readonly sealer: Sealer;
  readonly desk: CaseDesk;
  readonly files: StoredFiles;
  /** Signs challenges. */
  readonly secret: string;
  readonly publicUrl: string;
  /** Whether this installation sends mail. */
  readonly mails: boolean;
};

/** An application with the circumstances it is sent in. */
export type Sent = {
  readonly body: PublicApplication;
  readonly address: string;
  readonly proof: Proof | undefined;
  readonly language: Language;
  readonly idempotency: Idempotency | undefined;
};

/** A file with the circumstances it is sent in. */
export type SentFile = {
  readonly organ: string;
  readonly address: string;
  readonly claim: FileClaim;
  readonly content: AsyncIterable<Uint8Array>;
  readonly proof?: Proof | undefined;
};

type OrganRow = {
  readonly id: string;
  readonly code: string;
  readonly name_zh: string;
  readonly name_en: string;
  readonly kind: PublicOrgans['organs'][number]['kind'];
  readonly parent: string | null;
  readonly guide: Guide | null;
};

const ORGANS = `
  SELECT organ.id, organ.code, organ.name_zh, organ.name_en, organ.kind, above.code AS parent,
         (SELECT content FROM guide WHERE guide.organ_id = organ.id AND valid_from <= $1
           ORDER BY valid_from DESC, version DESC LIMIT 1) AS guide
    FROM organ LEFT JOIN organ AS above ON above.id = organ.parent_id`;
/** As many as a list for people may have. */
const LISTED = `${ORGANS} ORDER BY cardinality(organ.path), organ.name_zh LIMIT 2000`;
const ONE = `${ORGANS} WHERE organ.code = $2 OR organ.id::text = $2`;

/** Why a case is logged later than it was sent. */
const BETWEEN_NETWORKS = '网上提交后经内外网摆渡送达';

const PAPERS = /\.(pdf|jpe?g|png)$/i;

/** The door that applicants come through by themselves: no account, nobody seen. */
export class Portal {
  readonly #admission: Admission;
  /** What organs have announced. */
  readonly guides: Guides;

  constructor(private readonly parts: Parts) {
    this.#admission = new Admission(parts);
    this.guides = new Guides(parts);
  }

  /** Who can be asked. */
  async organs(): Promise<PublicOrgans> {
    const rows = await this.parts.source.query<OrganRow[]>(LISTED, [this.parts.clock.today()]);
    return {
      organs: rows.map((row) => ({ ...viewOf(row), webReceipt: this.guides.webReceipt(row.guide) })),
      mails: this.parts.mails,
    };
  }

  challenge(): Promise<Challenge> {
    return this.#admission.challenge();
  }

  /**
   * Takes a file for an application that is still being written.
   * @throws Refusal `invalid-request`, `too-large`, `file-not-what-it-says`, `too-many-requests`, `proof-needed`
   */
  async addFile({ organ, ...sent }: SentFile): Promise<PublicFile> {
    return this.takeFile(await this.#openOrgan(organ), sent);
  }

  /** The same for an organ where somebody has a case, whichever way that came. @throws Refusal as `addFile` */
  async takeFile(organ: Pick<OrganRow, 'id' | 'code'>, sent: Omit<SentFile, 'organ'>): Promise<PublicFile> {
    const { address, claim, content, proof } = sent;
    if (!PAPERS.test(claim.name))
      throw new Refusal('invalid-request', [{ path: 'file', code: 'file-kind', facts: { kinds: 'PDF, JPEG, PNG' } }]);
    await this.#admission.admit({ kind: 'file', address, proof });
    const actor = applicantAt(organ, '');
    const { id, size } = await this.parts.files.add({ content: upTo(PUBLIC_FILE_BYTES, content), claim, actor });
    return { id, name: claim.name, size };
  }

  /**
   * Opens a case with an application, in the way that every case is opened. Where the office has not announced otherwise, telling its
   * success is the confirmation of both sides (REG 31(3), GC26): it is received today, whatever day that is.
   * @throws Refusal `invalid-request`, `too-many-requests`, `proof-needed`, `idempotency-key-reused`
   */
  async apply({ body: { mailTo, ...body }, address, proof, language, idempotency }: Sent): Promise<PublicReceipt> {
    const organ = await this.#openOrgan(body.organ);
    const problems = applicationProblems(body);
    if (problems.length > 0) throw new Refusal('invalid-request', problems);
    if (!(await this.#isAnswered(idempotency))) await this.#admission.admit({ kind: 'application', address, proof });
    const actor = applicantAt(organ, body.applicant.name);
    const logged = { ...body, organ: organ.code, ...this.#arrival(organ) };
    const opening = { id: randomUUID(), actor, body: logged, language, ...(idempotency === undefined ? {} : { idempotency }) };
    const { view } = await this.parts.desk.open(opening, mailTo === undefined ? undefined : this.#telling(mailTo, language));
    return this.#receiptOf(view, organ);
  }

  /** Whose answer was lost on the way sends the same once more: that is no second knock. */
  async #isAnswered(idempotency: Sent['idempotency']): Promise<boolean> {
    if (idempotency === undefined) return false;
    const { text, values = [] } = readKept(idempotency);
    return (await this.parts.source.query<unknown[]>(text, [...values])).length > 0;
  }

  /** The consent to be told by mail is kept with the case, or not at all. */
  #telling(email: string, language: Language): Companion {
    const { sealer, clock } = this.parts;
    return {
      read: { text: 'SELECT' },
      settle: (_rows, { caseId }) => [keepFollowMail(sealer, { caseId, email, language, at: clock.now() })],
    };
  }

  /** Who sent it over two networks sent it on the day it left (REG 31(3)); what took it longer is no lateness of anybody. */
  #arrival({ guide }: OrganRow): Pick<NewApplication, 'receipt' | 'lateReason'> {
    const on = sentDay(this.parts.clock);
    const confirmed =
      this.guides.webReceipt(guide) === 'auto' ? { confirmedOn: on, confirmedHow: confirmedByPortal['zh-CN'] } : {};
    const receipt = { channel: 'web', submittedOn: on, ...confirmed } as const;
    return on === this.parts.clock.today() ? { receipt } : { receipt, lateReason: BETWEEN_NETWORKS };
  }

  /** Lets somebody in who asks an organ for something else than information. @throws Refusal as `apply` */
  async admit(
    asked: string,
    { address, proof, idempotency }: Pick<Sent, 'address' | 'proof' | 'idempotency'>,
  ): Promise<Pick<OrganRow, 'id' | 'code'>> {
    const { id, code } = await this.#openOrgan(asked);
    if (!(await this.#isAnswered(idempotency))) await this.#admission.admit({ kind: 'application', address, proof });
    return { id, code };
  }

  async #receiptOf({ id, number, receipt, deadlines }: CaseView, organ: OrganRow): Promise<PublicReceipt> {
    const { source, sealer, publicUrl, clock } = this.parts;
    const [row] = await source.query<{ sealed: Uint8Array }[]>('SELECT sealed FROM query_code WHERE case_id = $1', [id]);
    if (row === undefined) throw new Error('A case was opened without a query code.');
    const queryCode = queryCodeText(openQueryCode(sealer, id, row.sealed));
    return {
      number,
      queryCode,
      address: followAddress(publicUrl, number, queryCode),
      organ: nameOf(organ),
      submittedOn: receipt.channel === 'web' ? receipt.submittedOn : clock.today(),
      receivedOn: receipt.receivedOn,
      dueOn: deadlines.finalDue ?? deadlines.provisionalFinalDue ?? null,
      provisional: deadlines.finalDue === null && deadlines.provisionalFinalDue !== undefined,
      article: receipt.article,
    };
  }

  /** The organ that is asked, if it takes applications over the portal. */
  async #openOrgan(asked: string): Promise<OrganRow> {
    const [row] = await this.parts.source.query<OrganRow[]>(ONE, [this.parts.clock.today(), asked]);
    if (row === undefined) throw new Refusal('invalid-request', [{ path: 'organ', code: 'unknown-organ' }]);
    if (!openChannels(row.guide).includes('web')) throw new Refusal('invalid-request', [{ path: 'organ', code: 'web-not-open' }]);
    return row;
  }
}

const nameOf = ({ code, name_zh: zh, name_en: en }: OrganRow): PublicReceipt['organ'] => ({ code, name: { 'zh-CN': zh, en } });

const viewOf = (row: OrganRow) => ({
  ...nameOf(row),
  kind: row.kind,
  parent: row.parent,
  channels: openChannels(row.guide),
});

/** No more than so many bytes. */
async function* upTo(limit: number, content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const part of content) {
    size += part.byteLength;
    if (size > limit) throw fileTooLarge(limit);
    yield part;
  }
}
