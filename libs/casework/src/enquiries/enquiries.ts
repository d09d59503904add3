import type { ApplicationStanding, Language } from '@gongkai/contracts';
import { sameSecret, type Clock, type CommandPool, type Sealer } from '@gongkai/platform';
import type { DataSource } from 'typeorm';
import { caseNow } from '../desk/case-now.js';
import { GuessThrottle } from '../directory/guess-throttle.js';
import type { LawShelf } from '../law-shelf.js';
import { maskedAddress, openFollowMail, readFollowMail } from '../own/follow-mail.js';
import { ownActs } from '../own/own-acts.js';
import { papersFor } from '../own/papers.js';
import { drawQueryCode, openQueryCode } from './query-code.js';
import { standingView } from './standing-view.js';
import { CODES, typedIn } from './typed-in.js';

type Parts = {
  readonly source: DataSource;
  readonly pool: CommandPool;
  readonly clock: Clock;
  readonly laws: LawShelf;
  readonly sealer: Sealer;
  /** Whether this installation sends mail. */
  readonly mails: boolean;
};

/** What an applicant typed from the receipt, from where, and the language to answer in. */
export type Enquiry = {
  readonly number: string;
  readonly code: string;
  readonly address: string;
  readonly language: Language;
};

/** Organs give their numbers each for itself: two of them may come to the same. */
const BY_NUMBER = `
  SELECT case_file.id, case_file.number, case_file.applicant_name, query_code.sealed,
         organ.id AS organ_id, organ.code, organ.name_zh, organ.name_en
    FROM case_file
    JOIN query_code ON query_code.case_id = case_file.id
    JOIN organ ON organ.id = case_file.organ_id
   WHERE case_file.number = ANY ($1)`;

type FoundRow = {
  readonly id: string;
  readonly number: string;
  readonly applicant_name: string;
  readonly sealed: Uint8Array;
  readonly organ_id: string;
  readonly code: string;
  readonly name_zh: string;
  readonly name_en: string;
};

/** The case of somebody who has shown its code. */
export type OwnCase = {
  readonly id: string;
  readonly number: string;
  readonly applicantName: string;
  readonly organ: { readonly id: string } & ApplicationStanding['organ'];
};

/** Compared where there is no such number: it takes as long as a wrong code, and fits none. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** Answers an applicant who asks after an application, by its number and its query code. */
export class Enquiries {
  readonly #throttle: GuessThrottle;
  readonly #nobody: Uint8Array;

  constructor(private readonly parts: Parts) {
    this.#throttle = new GuessThrottle(parts.source, parts.clock, CODES);
    this.#nobody = Buffer.from(drawQueryCode(parts.sealer, NOBODY).sealed.slice(2), 'hex');
  }

  /** Where the application stands. @throws Refusal as `find` */
  async standing(enquiry: Enquiry): Promise<ApplicationStanding> {
    return this.standingOf(await this.find(enquiry), enquiry.language);
  }

  /**
   * The case of who knows its code. An unknown number and a wrong code are answered alike; a slip in typing is told as one, which
   * tells nothing about any code, and is no attempt.
   * @throws Refusal `application-not-found`, `too-many-attempts`, or `invalid-request` for a code that cannot be one
   */
  async find({ number: typed, code, address }: Omit<Enquiry, 'language'>): Promise<OwnCase> {
    const { given, name, numbers } = typedIn(typed, code);
    const found = await this.#throttle.attempt({ name, address }, () => this.#find(numbers, given));
    const { organ_id: id, code: organCode, name_zh: zh, name_en: en } = found;
    const organ = { id, code: organCode, name: { 'zh-CN': zh, en } };
    return { id: found.id, number: found.number, applicantName: found.applicant_name, organ };
  }

  /** The same for a case that was found. */
  async standingOf({ id, number, organ: { code, name } }: OwnCase, language: Language): Promise<ApplicationStanding> {
    const { row, around, reckoned } = await caseNow(id, this.parts);
    const own = {
      ...ownActs(reckoned, around),
      papers: await papersFor(row, this.parts.pool),
      mail: await this.#mailOf(id),
    };
    return standingView({ number, organ: { code, name } }, reckoned, { own, language });
  }

  async #find(numbers: readonly string[], given: string): Promise<FoundRow | undefined> {
    const { pool, sealer } = this.parts;
    const { rows } = await pool.query<FoundRow>({ name: 'case-by-number', text: BY_NUMBER, values: [numbers] });
    const compared = rows.map((row) => sameSecret(given, openQueryCode(sealer, row.id, row.sealed)));
    if (rows.length === 0) sameSecret(given, openQueryCode(sealer, NOBODY, this.#nobody));
    return rows[compared.indexOf(true)];
  }

  async #mailOf(id: string): Promise<ApplicationStanding['mail']> {
    const { pool, sealer, mails } = this.parts;
    const [row] = (await pool.query<{ sealed: Uint8Array }>(readFollowMail(id))).rows;
    return { offered: mails, to: row === undefined ? null : maskedAddress(openFollowMail(sealer, id, row.sealed).email) };
  }
}
