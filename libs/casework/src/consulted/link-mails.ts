import { randomUUID } from 'node:crypto';
import { Refusal, type CaseView, type Command, type Language, type LinkByMail } from '@gongkai/contracts';
import type { CommandPool, Mail, Mailer } from '@gongkai/platform';
import type { CaseDesk } from '../desk/case-desk.js';
import { maskedAddress } from '../own/follow-mail.js';
import { needRole, type Person } from '../person.js';
import type { CaseQueries } from '../queries/case-queries.js';
import type { AnswerLinks } from './answer-links.js';
import { ANSWERS, answerKeysSql, letterEntriesSql } from './letters-sql.js';

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
type Entry = { readonly id: string; readonly organ: string; readonly answered: boolean };

/** The letter may have come with its items from another case, whose journal tells of it. */
const ENTRY = `
  SELECT letter.id, organ.name_zh AS organ, EXISTS (
           SELECT FROM incoming WHERE incoming.organ_id = organ.id AND incoming.source = 'portal'
              AND incoming.key = ANY (${answerKeysSql('letter.id')}) AND ${ANSWERS}) AS answered
    FROM (${letterEntriesSql('$1::uuid')}) AS letter
    JOIN case_file ON case_file.id = $1 JOIN organ ON organ.id = case_file.organ_id
   WHERE letter.consultation_id = $2`;

/**
 * The link by which who is consulted answers goes by mail, where they agreed to that (CPL 90 by analogy); without it, it goes on the answer
 * form. The address itself is kept nowhere: the history has it masked, with what the mail server answered.
 */
export class LinkMails {
  constructor(private readonly parts: Parts) {}

  /**
   * Sends it. A letter that has not left yet leaves by this, and a note tells of any other. That it is sent is written down before the
   * mail goes: who dies in between leaves a trace.
   * @returns the case after it
   * @throws Refusal `case-not-found`, `role-missing`, `not-found`, `letter-not-awaited`, `link-answered`, `mail-not-sent`, and as the
   * dispatch of a letter
   */
  async send(sending: Sending, { email }: LinkByMail): Promise<CaseView> {
    const { caseId, consultationId, actor, language } = sending;
    needRole(actor, 'caseworker');
    const view = await this.parts.queries.view(actor, caseId, language);
    const letter = awaitedLetter(view, consultationId);
    const entry = await this.#entry(view, letter);
    const to = maskedAddress(email);
    const mail = this.#wording(view, letter, { entry, email });
    await this.parts.desk.preview(envelopeOf(sending, stepFor(letter, sentText(to, ''))));
    await this.#step(sending, note(`经对方同意，现用电子邮件把网上答复的网址发至${to}，结果另记。`));
    const proof = await this.#mail(sending, mail, to);
    return this.#written(sending, sentText(to, proof));
  }

  /** The letter leaves by the mail, unless it has left otherwise meanwhile: that the mail went is told all the same. */
  async #written(sending: Sending, text: string): Promise<CaseView> {
    const { queries } = this.parts;
    const { actor, caseId, language, consultationId } = sending;
    const letter = (await queries.view(actor, caseId, language)).consultations.find(({ id }) => id === consultationId);
    const step = letter === undefined ? note(text) : stepFor(letter, text);
    return this.#step(sending, step).catch((error: unknown) => {
      if (step.type === 'note') throw error;
      return this.#step(sending, note(text));
    });
  }

  async #step(sending: Sending, command: Command): Promise<CaseView> {
    return (await this.parts.desk.handle(envelopeOf(sending, command))).view;
  }

  /** Where the journal tells of the letter. @throws Refusal `not-found`, `link-answered` */
  async #entry({ id }: CaseView, letter: Letter): Promise<Entry> {
    const { rows } = await this.parts.pool.query<Entry>({ name: 'entry-of-letter', text: ENTRY, values: [id, letter.id] });
    const [entry] = rows;
    if (entry === undefined) throw new Refusal('not-found');
    if (entry.answered) throw new Refusal('link-answered');
    return entry;
  }

  #wording({ number, notices }: CaseView, { id, party }: Letter, { entry, email }: { entry: Entry; email: string }): Mail {
    const { links, publicUrl } = this.parts;
    const about = notices.find((notice) => notice.id === id)?.number ?? number;
    const messageId = `<${randomUUID()}@${new URL(publicUrl).hostname}>`;
    return { to: email, messageId, ...wordsOf({ party, organ: entry.organ, about, link: links.addressOf(entry.id) }) };
  }

  async #mail(sending: Sending, mail: Mail, to: string): Promise<string> {
    const { mailer } = this.parts;
    try {
      if (mailer === null) throw new Error('没有配置邮件服务器');
      return (await mailer.send(mail)).replaceAll(mail.to, to);
    } catch (error) {
      const why = (error instanceof Error ? error.message : String(error)).replaceAll(mail.to, to);
      await this.#step(sending, note(`发至${to}的网址没有发出：${why}`));
      throw new Refusal('mail-not-sent');
    }
  }
}

const note = (text: string): Command => ({ type: 'note', text });

const sentText = (to: string, proof: string): string => `经对方同意，网上答复的网址已用电子邮件发至${to}。邮件服务器：${proof}`;

const envelopeOf = ({ caseId, actor, language }: Sending, command: Command) => ({
  ...{ id: randomUUID(), caseId, actor, language },
  command,
});

/** A letter that can still be answered over the portal; questions of secrecy go over no public line. */
function awaitedLetter({ consultations }: CaseView, id: string): Letter {
  const letter = consultations.find((one) => one.id === id);
  if (letter === undefined || letter.kind === 'secrecy_authority') throw new Refusal('not-found');
  if (letter.cameOn !== undefined) throw new Refusal('link-answered');
  if (!letter.isAwaited) throw new Refusal('letter-not-awaited');
  return letter;
}

const stepFor = ({ id, dispatchedOn }: Letter, text: string): Command =>
  dispatchedOn === null ? { type: 'dispatchNotice', noticeId: id, mode: 'email', note: text } : note(text);

type Told = { readonly party: string; readonly organ: string; readonly about: string; readonly link: string };

/** Nothing of what is asked, nor of who applies: that stands behind the link. */
const wordsOf = ({ party, organ, about, link }: Told): Pick<Mail, 'subject' | 'text'> => ({
  subject: `${organ}征求意见 ${about}`,
  text: `${party}：\n\n${organ}就一件政府信息公开申请征求意见（${about}）。征求的内容和答复期限见下面的网址，可以在网上答复一次：\n${link}\n\n这个网址只供被征求意见的一方使用，请不要转发。也可以书面答复。这封邮件自动发出，不用回复。\n`,
});
