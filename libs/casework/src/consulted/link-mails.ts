import { randomUUID } from 'node:crypto';
import { Refusal, type CaseView, type Command, type Language, type LinkByMail } from '@gongkai/contracts';
import type { CommandPool, Mail, Mailer } from '@gongkai/platform';
import type { CaseDesk } from '../desk/case-desk.js';
import { maskedAddress } from '../own/follow-mail.js';
import { needRole, type Person } from '../person.js';
import type { CaseQueries } from '../queries/case-queries.js';
import type { AnswerLinks } from './answer-links.js';

type Parts = {
  readonly pool: CommandPool;
  readonly desk: Pick<CaseDesk, 'preview' | 'handle'>;
  readonly queries: Pick<CaseQueries, 'view'>;
  readonly links: Pick<AnswerLinks, 'addressOf'>;
  /** Null where the installation has no mail server. */
  readonly mailer: Pick<Mailer, 'send'> | null;
  /** Where this installation is reached; its host stands in the id of a letter. */
  readonly publicUrl: string;
};

/** Which letter of which case, and who sends its link. */
export type Sending = {
  readonly caseId: string;
  readonly consultationId: string;
  readonly actor: Person;
  readonly language: Language;
};

type Letter = CaseView['consultations'][number];
type Entry = { readonly id: string; readonly organ: string };

const ENTRY = `
  SELECT journal.id, organ.name_zh AS organ
    FROM journal JOIN case_file ON case_file.id = journal.case_id JOIN organ ON organ.id = case_file.organ_id
   WHERE journal.case_id = $1 AND journal.type = 'CONSULTATION' AND journal.fact ->> 'consultationId' = $2`;

/**
 * The link by which who is consulted answers goes by mail, where they agreed to that (CPL 90 by analogy); without it, it goes on the answer
 * form. The address itself is kept nowhere: the history has it masked, with what the mail server answered.
 */
export class LinkMails {
  constructor(private readonly parts: Parts) {}

  /**
   * Sends it. A letter that has not left yet leaves by this, and a note tells of any other.
   * @returns the case after it
   * @throws Refusal `case-not-found`, `role-missing`, `not-found`, `answer-not-open`, `mail-not-sent`, and as the dispatch of a letter
   */
  async send({ caseId, consultationId, actor, language }: Sending, { email }: LinkByMail): Promise<CaseView> {
    const { desk, queries } = this.parts;
    needRole(actor, 'caseworker');
    const view = await queries.view(actor, caseId, language);
    const letter = openLetter(view, consultationId);
    const envelope = (proof: string) => ({
      ...{ id: randomUUID(), caseId, actor, language },
      command: stepFor(letter, `经对方同意，网上答复的网址已用电子邮件发至${maskedAddress(email)}。邮件服务器：${proof}`),
    });
    await desk.preview(envelope(''));
    const proof = await this.#mail(view, letter, email);
    return (await desk.handle(envelope(proof))).view;
  }

  async #mail({ id, number, notices }: CaseView, letter: Letter, to: string): Promise<string> {
    const { pool, links, mailer, publicUrl } = this.parts;
    const [entry] = (await pool.query<Entry>({ name: 'entry-of-letter', text: ENTRY, values: [id, letter.id] })).rows;
    if (mailer === null || entry === undefined) throw new Refusal('mail-not-sent');
    const about = notices.find((notice) => notice.id === letter.id)?.number ?? number;
    const words = wordsOf({ party: letter.party, organ: entry.organ, about, link: links.addressOf(entry.id) });
    const messageId = `<${randomUUID()}@${new URL(publicUrl).hostname}>`;
    return mailer.send({ to, messageId, ...words }).catch(() => {
      throw new Refusal('mail-not-sent');
    });
  }
}

/** A letter that can still be answered over the portal; questions of secrecy go over no public line. */
function openLetter({ consultations }: CaseView, id: string): Letter {
  const letter = consultations.find((one) => one.id === id);
  if (letter === undefined || letter.kind === 'secrecy_authority') throw new Refusal('not-found');
  if (!letter.isAwaited) throw new Refusal('answer-not-open');
  return letter;
}

const stepFor = ({ id, dispatchedOn }: Letter, text: string): Command =>
  dispatchedOn === null ? { type: 'dispatchNotice', noticeId: id, mode: 'email', note: text } : { type: 'note', text };

type Told = { readonly party: string; readonly organ: string; readonly about: string; readonly link: string };

/** Nothing of what is asked, nor of who applies: that stands behind the link. */
const wordsOf = ({ party, organ, about, link }: Told): Pick<Mail, 'subject' | 'text'> => ({
  subject: `${organ}征求意见 ${about}`,
  text: `${party}：\n\n${organ}就一件政府信息公开申请征求意见（${about}）。征求的内容和答复期限见下面的网址，可以在网上答复一次：\n${link}\n\n这个网址只供被征求意见的一方使用，请不要转发。也可以书面答复。这封邮件自动发出，不用回复。\n`,
});
