import type { LocalDate } from '@gongkai/calendar';
import { randomUUID } from 'node:crypto';
import {
  ownTexts,
  Refusal,
  type ApplicationStanding,
  type OwnCorrection,
  type OwnMail,
  type OwnPayment,
  type OwnReceipt,
  type OwnSuggestion,
  type OwnWithdrawal,
  type PublicFile,
} from '@gongkai/contracts';
import type { CaseCommand } from '@gongkai/lifecycle';
import { type Clock, type CommandPool, entryHash, type Sealer, sentDay, sha256 } from '@gongkai/platform';
import type { CaseDesk } from '../desk/case-desk.js';
import type { Idempotency } from '../desk/envelope.js';
import type { Enquiries, Enquiry, OwnCase } from '../enquiries/enquiries.js';
import { filesHandedIn } from '../incoming/handed-in.js';
import type { IncomingDesk } from '../incoming/incoming-desk.js';
import { applicantIn } from '../portal/applicant.js';
import type { Portal, SentFile } from '../portal/portal.js';
import type { OpenFile, StoredFiles } from '../stored-files.js';
import { dropByToken, dropFollowMail, keepFollowMail } from './follow-mail.js';

type Parts = {
  readonly enquiries: Enquiries;
  readonly desk: CaseDesk;
  readonly incoming: IncomingDesk;
  readonly files: StoredFiles;
  readonly portal: Pick<Portal, 'takeFile'>;
  readonly pool: CommandPool;
  readonly clock: Clock;
  readonly sealer: Sealer;
};

/** Who acts, by number and code, and with which key of their own. */
export type Acting = Enquiry & { readonly idempotency?: Idempotency | undefined };
type Body<T> = Omit<T, 'code'>;

/**
 * What applicants do in their own cases over the portal. What is theirs to say is a command in their name: the chart and the law answer
 * it as they answer an official. Money is a matter of the account: a slip is laid before a person.
 */
export class OwnCases {
  constructor(private readonly parts: Parts) {}

  /** Takes a file for one of the acts below: a PDF or a picture. @throws Refusal as of an application's files, and as `find` */
  async addFile(acting: Acting, sent: Pick<SentFile, 'claim' | 'content' | 'proof'>): Promise<PublicFile> {
    const { enquiries, portal } = this.parts;
    const { organ } = await enquiries.find(acting);
    return portal.takeFile(organ, { ...sent, address: acting.address });
  }

  /** A correction of today, whatever the hour: the office need not be open for it (REG 30). @throws Refusal */
  async correct(acting: Acting, { text, fileIds }: Body<OwnCorrection>): Promise<ApplicationStanding> {
    const own = await this.parts.enquiries.find(acting);
    if (text === undefined && (fileIds ?? []).length === 0)
      throw new Refusal('invalid-request', [{ path: 'text', code: 'required' }]);
    const papers = fileIds === undefined ? {} : { fileIds };
    return this.#act(own, acting, {
      ...{ type: 'receiveCorrection', content: text, ...papers, note: ownTexts.corrected['zh-CN'] },
      ...this.#sentOn(),
    });
  }

  /** Takes the application back, or one item of several. @throws Refusal */
  async withdraw(acting: Acting, { itemId, reason }: Body<OwnWithdrawal>): Promise<ApplicationStanding> {
    const own = await this.parts.enquiries.find(acting);
    const why = reason === undefined ? {} : { note: reason };
    if (itemId === undefined)
      return this.#act(own, acting, { type: 'withdraw', how: ownTexts.withdrawn['zh-CN'], ...why, ...this.#sentOn() });
    const { withdrawable } = await this.parts.enquiries.standingOf(own, acting.language);
    if (withdrawable.length === 0) throw new Refusal('act-not-open');
    return this.#act(own, acting, { type: 'withdrawItem', itemId, how: ownTexts.itemWithdrawn['zh-CN'], ...why });
  }

  /** The day on which it was sent, where it was on its way between two networks since. */
  #sentOn(): { readonly on?: LocalDate } {
    const { clock } = this.parts;
    const on = sentDay(clock);
    return on === clock.today() ? {} : { on };
  }

  /** Suggests that everybody may read what was given out (REG 44): the organ looks into it, and its answer is told here. @throws Refusal */
  async suggest(acting: Acting, { reason }: Body<OwnSuggestion>): Promise<ApplicationStanding> {
    const own = await this.parts.enquiries.find(acting);
    const { acts } = await this.parts.enquiries.standingOf(own, acting.language);
    if (!acts.includes('suggest')) throw new Refusal('act-not-open');
    return this.#act(own, acting, { type: 'suggestPublication', reason, byApplicant: true });
  }

  /** Says that a notice is here. @throws Refusal */
  async confirm(acting: Acting, { noticeId }: Body<OwnReceipt>): Promise<ApplicationStanding> {
    const own = await this.parts.enquiries.find(acting);
    const { notices } = await this.parts.enquiries.standingOf(own, acting.language);
    const notice = notices.find(({ id }) => id === noticeId);
    if (notice === undefined) throw new Refusal('invalid-request', [{ path: 'noticeId', code: 'unknown-notice' }]);
    if (notice.servedOn === null) await this.#serve(own, noticeId, 'confirmed');
    return this.parts.enquiries.standingOf(own, acting.language);
  }

  /** Lays the slip of a payment into the inbox, for this case. The same slip again is the same. @throws Refusal */
  async pay(acting: Acting, { fileIds, note: text }: Body<OwnPayment>): Promise<ApplicationStanding> {
    const { enquiries, pool, incoming, clock } = this.parts;
    const own = await enquiries.find(acting);
    const standing = await enquiries.standingOf(own, acting.language);
    if (!standing.acts.includes('pay')) throw new Refusal('act-not-open');
    const files = await filesHandedIn(pool, applicantIn(own.organ), fileIds);
    await incoming.receive({
      organId: own.organ.id,
      source: 'portal',
      key: sha256([own.id, ...fileIds].join()),
      arrivedAt: clock.now(),
      sender: own.applicantName,
      subject: `${ownTexts.payment['zh-CN']} ${own.number}`,
      text,
      files,
      meantFor: { id: own.id, number: own.number, as: 'payment_proof' },
    });
    return standing;
  }

  /**
   * A paper that was sent to the applicant. What went out over the portal has reached whom fetches it: that is its service, the first
   * time (CPL 90 by analogy).
   * @param isFetched it is handed out, not only asked after
   * @throws Refusal `not-found` where it is none of theirs
   */
  async open(acting: Acting, fileId: string, isFetched: boolean): Promise<OpenFile> {
    const { enquiries, files } = this.parts;
    const own = await enquiries.find(acting);
    const { notices } = await enquiries.standingOf(own, acting.language);
    const those = notices.filter((notice) => notice.files.some(({ id }) => id === fileId));
    if (those.length === 0) throw new Refusal('not-found');
    const name = those[0]?.files.find(({ id }) => id === fileId)?.name;
    const file = await files.open(fileId, applicantIn(own.organ), name);
    for (const { id } of isFetched ? those.filter(({ byPortal, mayConfirm }) => byPortal && mayConfirm) : [])
      await this.#serve(own, id, 'fetched');
    return file;
  }

  /** Tells the applicant of each step by mail from now on, in the language of the request, or no more. @throws Refusal */
  async mail(acting: Acting, { mailTo: email }: Body<OwnMail>): Promise<ApplicationStanding> {
    const { enquiries, pool, sealer, clock } = this.parts;
    const { language } = acting;
    const own = await enquiries.find(acting);
    await pool.query(
      email === null ? dropFollowMail(own.id) : keepFollowMail(sealer, { caseId: own.id, email, language, at: clock.now() }),
    );
    return enquiries.standingOf(own, language);
  }

  /** No more mails, by the token that each of them carries; one that is known no more has done its work. */
  async stopMail(token: string): Promise<void> {
    await this.parts.pool.query(dropByToken(token));
  }

  /** Once, however often and from wherever it is said; what an official has recorded meanwhile stands. */
  async #serve(own: OwnCase, noticeId: string, by: 'fetched' | 'confirmed'): Promise<void> {
    // Who says that it is here knows, whatever is told in public.
    const command = { type: 'recordService', noticeId, how: ownTexts[by]['zh-CN'], turnedUp: true } as const;
    await this.#handle(own, { id: idOf({ caseId: own.id, noticeId }), command }).catch((error: unknown) => {
      if (!isServedAlready(error)) throw error;
    });
  }

  async #act(own: OwnCase, { idempotency, language }: Acting, command: CaseCommand): Promise<ApplicationStanding> {
    await this.#handle(own, { id: randomUUID(), command, ...(idempotency === undefined ? {} : { idempotency }) });
    return this.parts.enquiries.standingOf(own, language);
  }

  async #handle(
    own: OwnCase,
    envelope: Pick<Parameters<CaseDesk['handle']>[0], 'id' | 'command' | 'idempotency'>,
  ): Promise<void> {
    try {
      await this.parts.desk.handle({ ...envelope, caseId: own.id, actor: applicantIn(own.organ) });
    } catch (error) {
      throw error instanceof Refusal ? forApplicants(error) : error;
    }
  }
}

const isServedAlready = (error: unknown): boolean =>
  error instanceof Refusal && (error.code === 'act-not-open' || error.fields.some(({ code }) => code === 'already-served'));

/** A refusal without what only officials may know: their steps, and where the case is. */
function forApplicants({ code, fields, details: { article, facts } }: Refusal): Refusal {
  if (code === 'step-not-permitted' || code === 'role-missing') return new Refusal('act-not-open');
  return new Refusal(code, fields, { ...(article === undefined ? {} : { article }), ...(facts === undefined ? {} : { facts }) });
}

/** The same service has the same id, whoever says it. */
function idOf(service: { readonly caseId: string; readonly noticeId: string }): string {
  const hash = entryHash({ service: 'portal', ...service });
  return [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`, `8${hash.slice(17, 20)}`, hash.slice(20, 32)].join('-');
}
