import { randomUUID } from 'node:crypto';
import { canSee, checkPaged, holdFiles, type LawShelf, type Person } from '@gongkai/casework';
import {
  Refusal,
  type FieldProblem,
  type FoundWords,
  type RedactionList,
  type RedactionMarks,
  type RedactionMove,
  type RedactionsToCheck,
  type RedactionView,
} from '@gongkai/contracts';
import {
  officeDay,
  type Clock,
  type CommandPool,
  type KeptPicture,
  type PageStore,
  type PartStore,
  type Statement,
} from '@gongkai/platform';
import type { Grounds } from '@gongkai/statutes';
import { findOverPages, type NumberedPage } from './find-over-pages.js';
import { findWords } from './find-words.js';
import {
  hashOf,
  lockRedaction,
  marksKept,
  moved,
  nextOf,
  readOrganOf,
  readRedaction,
  readRedactionsOf,
  readRedactionsToCheck,
  redactionBegun,
  type Deed,
  type RedactionRow,
} from './redaction-rows.js';
import { releasedName, withheldBy, withheldIn, type Withheld } from './released-name.js';
import {
  headOf,
  isOwn,
  isWhole,
  mayCheck,
  mayMark,
  openTo,
  redactionView,
  waitingOf,
  type WaitingRow,
} from './redaction-view.js';

type Parts = {
  readonly pool: CommandPool;
  readonly clock: Clock;
  readonly laws: LawShelf;
  readonly pictures: PageStore;
  readonly parts: PartStore;
};
type Organ = Pick<RedactionRow, 'organ_id' | 'organ_path'>;

/** Files of which parts are withheld (REG 37): marked by one person, checked by another, burnt by a worker. */
export class Redactions {
  constructor(private readonly parts: Parts) {}

  /** Those of a case, the oldest first. @throws Refusal `case-not-found` */
  async list(caseId: string, person: Person): Promise<RedactionList> {
    await this.#organOf(caseId, person);
    const { rows } = await this.parts.pool.query<RedactionRow>(readRedactionsOf(caseId));
    return { items: rows.map((row) => headOf(row, person)) };
  }

  /** Those in sight that wait for a second person. */
  async toCheck(person: Person): Promise<RedactionsToCheck> {
    const { rows } = await this.parts.pool.query<WaitingRow>(readRedactionsToCheck(person));
    return { items: rows.map((row) => waitingOf(row, person)) };
  }

  /** Begins with a file of the organ. @throws Refusal `case-not-found`, `role-missing`, `invalid-request` where it cannot be opened */
  async begin(caseId: string, fileId: string, person: Person): Promise<RedactionView> {
    const organ = await this.#organOf(caseId, person);
    if (!mayMark(person, organ)) throw roleMissing();
    const { pool, clock } = this.parts;
    const [id, at] = [randomUUID(), clock.now()];
    const reads = readSource(fileId, organ.organ_id);
    await pool.flights({ organId: organ.organ_id, reads }, async ([held = [], kinds = []], transaction) => {
      if (held.length === 0) throw wrong('fileId', 'unknown-file');
      checkPaged((kinds[0] as { mime: string }).mime);
      const deed: Deed = { at: at.toISOString(), by: person.id, did: 'open' };
      const begun = redactionBegun({ id, caseId, organId: organ.organ_id, fileId, at, deed });
      await transaction.commit(begun, nextOf('look-at-redaction', id));
    });
    return this.find(id, person);
  }

  /** One of them. @throws Refusal `not-found` */
  async find(id: string, person: Person): Promise<RedactionView> {
    return redactionView(await this.#row(id, person), person);
  }

  /** The picture of a page. @throws Refusal `not-found` where it is not drawn yet */
  async picture(id: string, number: number, person: Person): Promise<KeptPicture> {
    const { source } = await this.#row(id, person);
    const picture = await this.parts.pictures.open(source.id, number);
    if (picture === undefined) throw new Refusal('not-found');
    return picture;
  }

  /** Where words stand, on all pages: of some of them it would pass for all. @throws Refusal `not-found`, `redaction-opening` */
  async findWords(id: string, words: string, person: Person): Promise<FoundWords> {
    const row = await this.#row(id, person);
    if (!isWhole(row)) throw new Refusal('redaction-opening');
    const { source, pages } = row;
    const [found, withoutText]: [FoundWords['found'], number[]] = [[], []];
    let before: NumberedPage | undefined;
    for (const { number } of pages) {
      const signs = await this.parts.parts.signs(source.id, number);
      if (signs === undefined || signs.signs.every((sign) => sign === ' ')) withoutText.push(number);
      else {
        const here = { number, signs };
        if (before?.number === number - 1) found.push(...findOverPages(before, here, words));
        found.push(...findWords(signs, words, number));
        before = here;
      }
    }
    return { found, withoutText };
  }

  /** Keeps all marks. @throws Refusal `not-found`, `role-missing`, `redaction-changed`, `redaction-settled`, `invalid-request` */
  mark(id: string, { version, marks }: RedactionMarks, person: Person): Promise<RedactionView> {
    return this.#change(id, person, (row) => {
      if (!mayMark(person, row)) throw roleMissing();
      if (row.version !== version) throw new Refusal('redaction-changed');
      if (!openTo(person, row).includes('mark')) throw settled(row);
      const problems = marks.flatMap((mark, at) => this.#problemsOf(mark, at, row));
      if (problems.length > 0) throw new Refusal('invalid-request', problems);
      return [marksKept(id, marks, person.id)];
    });
  }

  /**
   * Submits, approves, returns it (also while it is burnt: that stops it) or tries again. @throws Refusal as `mark`, and `self-approval`
   */
  async move(id: string, { version, ...move }: RedactionMove, person: Person): Promise<RedactionView> {
    const read = await this.#row(id, person);
    const withheld = move.move === 'submit' ? await this.#withheldBy(read) : NOTHING;
    const view = await this.#change(id, person, (row) => {
      checkMove(move.move, row, person);
      if (row.version !== version || read.version !== version) throw new Refusal('redaction-changed');
      const said = SAID[move.move](move, row, withheld);
      const deed: Deed = { at: this.parts.clock.now().toISOString(), by: person.id, did: move.move, ...said };
      return MOVES[move.move](row, deed);
    });
    if (move.move === 'return') await this.parts.parts.forget({ redactionId: id });
    return view;
  }

  #withheldBy({ marks, source }: RedactionRow): Promise<Withheld> {
    return withheldBy(marks, (page) => this.parts.parts.signs(source.id, page));
  }

  #problemsOf({ ground, article, places }: RedactionMarks['marks'][number], at: number, { total }: RedactionRow): FieldProblem[] {
    const articles = articlesOf(this.#grounds(), ground);
    const facts = { articles: articles.join('; ') };
    return [
      ...(articles.includes(article)
        ? []
        : [{ path: `marks.${String(at)}.article`, code: 'article-not-of-decision' as const, facts }]),
      ...(places.every(({ page }) => page <= (total ?? 0))
        ? []
        : [{ path: `marks.${String(at)}.places`, code: 'invalid-value' as const }]),
    ];
  }

  #grounds(): Grounds {
    const { laws, clock } = this.parts;
    return laws.lawOf(laws.statute, officeDay(clock.now())).grounds;
  }

  async #change(
    id: string,
    person: Person,
    decide: (row: RedactionRow) => readonly [Statement, ...Statement[]],
  ): Promise<RedactionView> {
    const { organ_id: organId } = await this.#row(id, person);
    await this.parts.pool.flights({ organId, reads: [lockRedaction(id)] }, async ([rows = []], transaction) => {
      await transaction.commit(...decide(rows[0] as RedactionRow));
    });
    return this.find(id, person);
  }

  async #row(id: string, person: Person): Promise<RedactionRow> {
    const [row] = (await this.parts.pool.query<RedactionRow>(readRedaction(id))).rows;
    if (row === undefined || !canSee(person, row.organ_path)) throw new Refusal('not-found');
    return row;
  }

  async #organOf(caseId: string, person: Person): Promise<Organ> {
    const [organ] = (await this.parts.pool.query<Organ>(readOrganOf(caseId))).rows;
    if (organ === undefined || !canSee(person, organ.organ_path)) throw new Refusal('case-not-found');
    return organ;
  }
}

/** The provisions that a ground rests on. */
const articlesOf = ({ grounds }: Grounds, ground: keyof Grounds['grounds']): readonly string[] =>
  grounds[ground].article.split(';').map((part) => part.trim());

/** The source, which stays from now on, and what kind of file it is. */
const readSource = (fileId: string, organId: string): Statement[] => [
  { name: 'redaction-source', text: holdFiles('$2::uuid'), values: [[fileId], organId] },
  { name: 'redaction-kind', text: 'SELECT mime FROM stored_file WHERE id = $1 AND organ_id = $2', values: [fileId, organId] },
];

/** @throws Refusal `role-missing`, `self-approval`, `redaction-opening`, `redaction-unmarked`, `redaction-settled` */
function checkMove(move: RedactionMove['move'], row: RedactionRow, person: Person): void {
  if (!(CHECKING.has(move) ? mayCheck : mayMark)(person, row)) throw roleMissing();
  if (move === 'approve' && row.state === 'checking' && isOwn(person, row)) throw new Refusal('self-approval');
  if (openTo(person, row).includes(move)) return;
  throw whyNot(move, row);
}

/** Why it is not open: what is being marked cannot go to the second person before all of it is seen and something is marked. */
function whyNot(move: RedactionMove['move'], row: RedactionRow): Refusal {
  if (move !== 'submit' || row.state !== 'marking') return settled(row);
  return new Refusal(isWhole(row) ? 'redaction-unmarked' : 'redaction-opening');
}

/** That it is not open as it stands. */
const settled = ({ state, unreadable }: RedactionRow): Refusal =>
  new Refusal('redaction-settled', [], {
    settled: state === 'marking' && unreadable !== null ? 'redaction-unreadable' : `redaction-${state}`,
  });

const NOTHING: Withheld = { words: [], areas: [] };
type Said = { readonly move: RedactionMove['move']; readonly name?: string | undefined; readonly reason?: string | undefined };
type Saying = (move: Said, row: RedactionRow, withheld: Withheld) => Pick<Deed, 'reason' | 'name'>;

/** What is kept of a move beside who took it. */
const SAID: Readonly<Record<RedactionMove['move'], Saying>> = {
  submit: ({ name: given }, row, withheld) => {
    const text = given === undefined ? undefined : withheldIn(given, withheld);
    if (text !== undefined) throw new Refusal('invalid-request', [{ path: 'name', code: 'withheld-words', facts: { text } }]);
    return { name: given === undefined ? releasedName(row, withheld) : asPdf(given) };
  },
  approve: () => ({}),
  return: ({ reason = '' }) => ({ reason }),
  again: () => ({}),
};

const asPdf = (name: string): string => (/\.pdf$/iu.test(name) ? name : `${name}.pdf`);

/** The moves of the second person. */
const CHECKING: ReadonlySet<RedactionMove['move']> = new Set(['approve', 'return']);

type Moving = (row: RedactionRow, deed: Deed) => readonly [Statement, ...Statement[]];
const MOVES: Readonly<Record<RedactionMove['move'], Moving>> = {
  submit: ({ id }, deed) => [moved(id, 'checking', { deed, hash: null })],
  approve: (row, deed) => [moved(row.id, 'burning', { deed, hash: hashOf(row) }), nextOf('burn-redaction', row.id)],
  return: ({ id }, deed) => [moved(id, 'marking', { deed, hash: null })],
  again: ({ id, state }, deed) =>
    state === 'failed'
      ? [moved(id, 'burning', { deed, hash: null }), nextOf('burn-redaction', id)]
      : [moved(id, 'marking', { deed, hash: null }), nextOf('look-at-redaction', id)],
};

const roleMissing = (): Refusal => new Refusal('role-missing', [], { facts: { role: 'caseworker' } });
const wrong = (path: string, code: FieldProblem['code']): Refusal => new Refusal('invalid-request', [{ path, code }]);
