import { Refusal, type PreviewView } from '@gongkai/contracts';
import { ledgerOf, type Decision, type TitleBorne } from '@gongkai/lifecycle';
import type { Bell, CaseChange, Clock, CommandPool, FileStore, OpenTransaction, Sealer, Statement } from '@gongkai/platform';
import { underCalendar } from '../calendars/edition.js';
import type { LawShelf } from '../law-shelf.js';
import { previewView } from '../views/preview-view.js';
import { answerOf, writingOf } from './answer.js';
import { answered } from './answered.js';
import { putLetter } from '../mailed/put-letter.js';
import { reckon, type Reckoned } from './columns.js';
import type { Companion, Done } from './companion.js';
import { consider, type Matter } from './consider.js';
import type { Answer, Envelope, Opening, Outcome } from './envelope.js';
import { followersOf } from './followers.js';
import { keeping, keptAnswer } from './kept-answers.js';
import { peekForCase, type Drawn } from './numbering.js';
import { openingReads, planOpening } from './open-case.js';
import { paperMatter, withPaper } from './draw-paper.js';
import type { PaperMaker, PaperMatter } from './paper-matter.js';
import { numberedOn, readsFor, seriesOf, type CaseRead } from './reads.js';
import { checkOwnPaper, checkReleased } from './released-files.js';
import { together, type Moment } from './settle.js';
import {
  caseNow,
  isOutdated,
  lawAround,
  journalFactsOf,
  readCase,
  readJournal,
  readSurroundings,
  storedCase,
  type FoundBeside,
  type StoredCase,
} from './stored-case.js';
import { actingIn } from '../visibility.js';
import { viewNow } from './view-now.js';
import { writeStatements, type Writing } from './write.js';

/** What the desk works with. */
export type DeskParts = {
  readonly pool: CommandPool;
  readonly clock: Clock;
  readonly laws: LawShelf;
  readonly sealer: Sealer;
  /** Rung after each commit, where somebody listens. */
  readonly bell?: Pick<Bell, 'ring'>;
  /** Where files lie, where something is let out. */
  readonly store?: Pick<FileStore, 'read'>;
  /** Letters that leave by e-mail for their applicant are mailed: a mail server is set, and a worker sends them. */
  readonly mailsLetters?: boolean;
};

/** Who asks for what, about which case, when. */
type Asked = Pick<Matter, 'envelope' | 'stored' | 'moment'>;
type Rows = (name: CaseRead) => readonly unknown[];

/** Each case of a set is read by its key, with plans made once; their one write has many rows, and goes by the tables as they are. */
const PLANNED_ANEW: Statement = { name: 'planned-anew', text: `SELECT set_config('plan_cache_mode', 'force_custom_plan', true)` };

/**
 * Where cases are opened and changed, and nowhere else: a click, another system, a letter typed in and time itself all end
 * here. Each command is two trips to the database and one commit.
 */
export class CaseDesk {
  constructor(private readonly parts: DeskParts) {}

  /**
   * Opens a case with the application a person logs.
   * @param companion what is settled with it
   * @throws Refusal `role-missing`, `invalid-request`, `idempotency-key-reused`
   */
  async open(opening: Opening, companion?: Companion): Promise<Answer> {
    const { sealer } = this.parts;
    const moment = this.#moment();
    const reads = openingReads(opening, moment.today);
    return underCalendar(
      this.parts,
      { organId: opening.actor.organId, reads: reads.statements, byKeys: true },
      async (answers, transaction) => {
        const rows = reads.rowsOf(answers);
        const kept = keptAnswer(rows('kept'), opening.idempotency, sealer);
        if (kept) return kept;
        const [entry] = rows('entry') as { case_id: string }[];
        if (entry) return this.#answeredBefore(entry.case_id, opening, transaction);
        const { caseId, number, draw, writing } = planOpening(opening, rows, { ...this.parts, moment });
        const answer = answered({ status: 201, caseId, replayed: false }, draw);
        const answers201 = keeping(answer, opening.idempotency, moment.at, sealer);
        const beside = await settled(companion, transaction, { caseId, number, entryId: opening.id });
        await this.#commit(transaction, together(writing, { answers: answers201 }), moment, beside);
        return answer;
      },
    );
  }

  /**
   * Takes a step with a case. Of several at once, one comes first; the others see what it has done.
   * @param companion what is settled with it
   * @param makePaper makes the paper that goes out with it; its files are named by the step
   * @throws Refusal with the first no: `case-not-found`, `role-missing`, `case-changed`, `step-not-permitted`,
   * `invalid-request`, the law's own, or `file-altered`
   */
  async handle(envelope: Envelope, companion?: Companion, makePaper?: PaperMaker): Promise<Answer> {
    const { sealer } = this.parts;
    const moment = this.#moment();
    const reads = readsFor(envelope, moment.today, 'wait');
    const departure = { organId: organOf(envelope), reads: reads.statements, byKeys: true };
    return underCalendar(this.parts, departure, async (answers, transaction) => {
      const rows = reads.rowsOf(answers);
      const kept = keptAnswer(rows('kept'), envelope.idempotency, sealer);
      if (kept) return kept;
      const stored = storedCase(rows('case'), rows('around'), envelope.actor);
      if (isJournalled(stored, rows('around'))) return this.#replayed(200, stored, envelope);
      const told = await this.#matter({ envelope, stored, moment }, rows, transaction);
      const matter = makePaper === undefined ? { ...told, made: [] } : await withPaper(told, transaction, makePaper);
      const considered = consider(matter);
      const { answer, writing } = answerOf(matter, considered);
      await checkReleased(matter, this.parts.store);
      await checkOwnPaper(matter, this.parts.store);
      const { rows: mailed, outbox } = await putLetter(matter, considered, transaction);
      const done = { caseId: stored.row.id, number: stored.row.number, entryId: envelope.id };
      const beside = [...mailed, ...(await settled(companion, transaction, done))];
      await this.#commit(transaction, together(writing, { outbox }), moment, beside);
      return answer;
    });
  }

  /**
   * Says in several cases what time alone has made true: all of them read in one flight, and written in one commit. A case that
   * somebody works at just now is passed over; one that says no, or fails, does not keep the others waiting.
   * @param envelopes of the clock, each about another case
   * @returns what became of each, in their order
   */
  async handleAll(envelopes: readonly Envelope[]): Promise<readonly Outcome[]> {
    const moment = this.#moment();
    const reads = envelopes.map((envelope) => readsFor(envelope, moment.today, 'skip'));
    const departure = { organId: '', reads: reads.flatMap(({ statements }) => statements), byKeys: true };
    return underCalendar(this.parts, departure, async (answers, transaction) => {
      const writings: Writing[] = [];
      const outcomes: Outcome[] = [];
      let begin = 0;
      for (const [i, envelope] of envelopes.entries()) {
        const end = begin + (reads[i]?.statements.length ?? 0);
        const rows = reads[i]?.rowsOf(answers.slice(begin, end)) ?? (() => []);
        outcomes.push(await this.#outcome({ envelope, moment }, rows, { transaction, writings }));
        begin = end;
      }
      if (writings.length === 0) return outcomes;
      await transaction.read(PLANNED_ANEW);
      await this.#commit(transaction, together(...writings), moment);
      return outcomes;
    });
  }

  /** What a step would bring about: the same path without the write. @throws Refusal as `handle` */
  preview(envelope: Envelope): Promise<PreviewView> {
    return this.#tried(envelope, (tried) => {
      const matter = { ...tried, made: envelope.isDrawn === true ? undefined : [] };
      const { decision, reckoned, followed } = consider(matter);
      const { language = 'zh-CN' } = envelope;
      return previewView(decision.fact, { before: reckonedBefore(matter, decision), after: reckoned, language }, followed);
    });
  }

  /** What the paper of a step would tell, with the number that comes next; nothing is written. @throws Refusal as `handle` */
  drafted(envelope: Envelope): Promise<PaperMatter> {
    return this.#tried(envelope, async (matter, transaction) => {
      const series = seriesOf(envelope.command);
      const on = numberedOn(envelope.command, matter.moment.today);
      const peeked = series === null ? [] : await transaction.read<Drawn>(peekForCase(matter.stored.row.id, series, on));
      return paperMatter({ ...matter, drawn: peeked[0] }, transaction);
    });
  }

  #tried<T>(envelope: Envelope, work: (matter: Matter, transaction: OpenTransaction) => T | Promise<T>): Promise<T> {
    const moment = this.#moment();
    const reads = readsFor(envelope, moment.today, 'none');
    const departure = { organId: organOf(envelope), reads: reads.statements, byKeys: true };
    return underCalendar(this.parts, departure, async (answers, transaction) => {
      const rows = reads.rowsOf(answers);
      const stored = storedCase(rows('case'), rows('around'), envelope.actor);
      return work(await this.#matter({ envelope, stored, moment }, rows, transaction), transaction);
    });
  }

  async #outcome(
    { envelope, moment }: Omit<Asked, 'stored'>,
    rows: Rows,
    { transaction, writings }: { readonly transaction: OpenTransaction; readonly writings: Writing[] },
  ): Promise<Outcome> {
    try {
      if (rows('case').length === 0) return 'busy';
      const stored = storedCase(rows('case'), rows('around'), envelope.actor);
      if (isJournalled(stored, rows('around'))) return 'replayed';
      const matter = await this.#matter({ envelope, stored, moment }, rows, transaction);
      writings.push(writingOf(matter, consider(matter)));
      return 'journalled';
    } catch (error) {
      return { error };
    }
  }

  #moment(): Moment {
    const { clock } = this.parts;
    return { at: clock.now(), today: clock.today() };
  }

  async #commit(
    transaction: OpenTransaction,
    writing: Writing,
    { at }: Moment,
    beside: readonly Statement[] = [],
  ): Promise<void> {
    await transaction.commit(...writeStatements(writing, at), ...beside);
    for (const change of changesOf(writing)) this.parts.bell?.ring(change);
  }

  /** A case stored by an older chart is made again from its journal first. */
  async #matter(asked: Asked, rows: Rows, transaction: OpenTransaction): Promise<Matter> {
    const { stored, moment } = asked;
    const { row } = stored;
    const envelope = { ...asked.envelope, actor: actingIn(asked.envelope.actor, stored.row.organ_id) };
    const { laws, sealer, mailsLetters } = this.parts;
    const law = lawAround(laws.lawOf(row.statute, moment.today, row.organ_id, row.clock_edition), stored);
    const outdated = isOutdated(stored);
    const journal = journalFactsOf(outdated ? await transaction.read(readJournal(stored.row.id)) : rows('journal'));
    const now = caseNow(stored, outdated ? journal : null, law);
    const [drawn] = rows('drawn') as Drawn[];
    const followers = followersOf(rows('followers'));
    return {
      envelope,
      stored,
      beside: rows('around')[0] as FoundBeside,
      moment,
      law,
      journal,
      now,
      followers,
      subject: rows('subject'),
      files: rows('files'),
      drawn,
      borne: rows('borne') as TitleBorne[],
      redacted: rows('redacted'),
      records: rows('records'),
      sealer,
      mailsLetters,
    };
  }

  async #answeredBefore(caseId: string, opening: Opening, transaction: OpenTransaction): Promise<Answer> {
    const [row, around] = [await transaction.read(readCase(caseId, 'none')), await transaction.read(readSurroundings(caseId))];
    return this.#replayed(201, storedCase(row, around, opening.actor), opening);
  }

  /** What was asked for was done before: the case as it is now. */
  #replayed(status: Answer['status'], stored: StoredCase, { actor, language }: Pick<Envelope, 'actor' | 'language'>): Answer {
    const looking = { actor: actingIn(actor, stored.row.organ_id), language: language ?? 'zh-CN' };
    const seeing = { ...this.parts, today: this.#moment().today };
    return answered({ status, caseId: stored.row.id, replayed: true }, () => viewNow(stored, looking, seeing));
  }
}

/** The case as it is before a step. */
function reckonedBefore({ now, law, moment: { today } }: Matter, { before }: Decision): Reckoned {
  return reckon(now, before ?? ledgerOf(now.file, law, { asOf: today, derivation: false }), law, today);
}

/** What a companion leaves beside the command. */
const settled = async (
  companion: Companion | undefined,
  transaction: OpenTransaction,
  done: Done,
): Promise<readonly Statement[]> =>
  companion === undefined ? [] : companion.settle(await transaction.read(companion.read), done);

/** Whether the envelope was journalled in this case. @throws Refusal where its id was used for another one */
function isJournalled({ row }: StoredCase, around: readonly unknown[]): boolean {
  const [{ entry }] = around as readonly [FoundBeside];
  if (entry !== null && entry !== row.id) throw new Refusal('idempotency-key-reused');
  return entry !== null;
}

/** The cases that a command has changed: those it tells of. */
const changesOf = ({ outbox }: Writing): readonly CaseChange[] =>
  outbox.filter(({ job }) => job === 'case-changed').map(({ payload }) => payload as CaseChange);

const organOf = ({ actor }: Envelope): string => (actor === 'clock' ? '' : actor.organId);
