import { randomUUID } from 'node:crypto';
import { asUuid, organNews, organNewsOver, type LawShelf, type Person } from '@gongkai/casework';
import {
  Refusal,
  RECTIFICATION_STATES,
  unknownOption,
  type FieldProblem,
  type NewRectification,
  type Rectification,
  type RectificationFilters,
  type Rectifications as List,
  type RectificationState,
  type RectificationStep,
} from '@gongkai/contracts';
import type { Clock, CommandPool } from '@gongkai/platform';
import type { Assessments } from '../assessments/assessments.js';
import { evidenceOf, readEvidence, unknownFiles, type Evidence, type Named } from '../evidence.js';
import { LEADERS, leads, sightOf } from '../sight.js';
import {
  addRectification,
  changeRectification,
  readRectifications,
  type KeptRectification,
  type RectificationDeed,
  type RectificationRow,
  type RectificationsAsked,
} from './rectification-rows.js';
import { isAnswered, isLate, standingOf, type Seeing } from './standing.js';

type Parts = {
  readonly pool: CommandPool;
  readonly clock: Clock;
  readonly laws: LawShelf;
  readonly assessments: Pick<Assessments, 'settledIn'>;
};
type Step = RectificationStep['step'];

/** In which state a step is open, and to whom: the organ answers, also what was closed without its answer; whoever demanded it does the rest. */
const OPEN: Readonly<Record<Step, (row: RectificationRow, person: Person) => boolean>> = {
  answer: ({ history, organId }, person) => !isAnswered(history) && leads(person, organId),
  repeat: ({ state, leaderId }, person) => state !== 'closed' && leads(person, leaderId),
  close: ({ state, leaderId }, person) => state !== 'closed' && leads(person, leaderId),
};

/** What organs have to put right after an assessment (整改清单, REG 47): demanded, answered with evidence, closed by the supervisor. */
export class Rectifications {
  constructor(private readonly parts: Parts) {}

  /** Those in sight, what is due first coming first, with how many there are of each state. @throws Refusal `role-missing` */
  async list(person: Person, { state, ...asked }: RectificationFilters): Promise<List> {
    const items = await this.#read(person, asked);
    const counts = Object.fromEntries(
      RECTIFICATION_STATES.map((one) => [one, items.filter((item) => item.state === one).length]),
    ) as Record<RectificationState, number>;
    const rank = (item: Rectification): number => RECTIFICATION_STATES.indexOf(item.state);
    const shown = items.filter((item) => state === undefined || item.state === state);
    return { items: shown.sort((a, b) => rank(a) - rank(b) || a.due.localeCompare(b.due)), counts };
  }

  /** Demands something of an organ whose assessment is settled. @throws Refusal `role-missing`, `not-found`, `assessment-not-settled`, `invalid-request` */
  async demand(
    person: Person,
    where: { readonly id: string; readonly organ: string },
    wanted: NewRectification,
  ): Promise<Rectification> {
    const { assessmentId, organId, indicators } = await this.parts.assessments.settledIn(person, where);
    const { indicator, text, workingDays } = wanted;
    if (indicator !== null && indicators.every(({ id }) => id !== indicator))
      throw new Refusal('invalid-request', [unknownOption('indicator', indicators)]);
    const id = randomUUID();
    const deed = this.#deed(person, { did: 'demand', text, workingDays });
    const kept = { state: 'open', demandedOn: deed.on, workingDays, history: [deed] } as const;
    const tell = await organNews({ organId, news: 'rectification-demanded', about: id, time: 1 }, this.parts);
    await this.parts.pool.flights({ organId: '', reads: [] }, (_, { commit }) =>
      commit(addRectification({ id, assessmentId, organId, indicator }, kept), tell),
    );
    return this.#one(person, id);
  }

  /** Answers it, demands it again, or closes it. @throws Refusal `role-missing`, `not-found`, `rectification-settled`, `rectification-changed`, `invalid-request` */
  async step(person: Person, id: string, wanted: RectificationStep): Promise<Rectification> {
    const [row] = await readRectifications(sightOf(person), { id: asUuid(id) }, this.parts.pool);
    if (row === undefined) throw new Refusal('not-found');
    check(row, wanted.step, person);
    if (row.version !== wanted.version) throw new Refusal('rectification-changed');
    const problems = [...closingProblems(row, wanted), ...(await this.#fileProblems(person, wanted))];
    if (problems.length > 0) throw new Refusal('invalid-request', problems);
    const kept = this.#after(row, person, wanted);
    const tell = await this.#tellOf(row, kept, wanted);
    if (!(await changeRectification(row, kept, { pool: this.parts.pool, tell }))) throw new Refusal('rectification-changed');
    return this.#one(person, row.id);
  }

  /** Files that were handed in with answers to an assessment, as far as the reader sees them. */
  async filesOf(person: Person, assessment: string): Promise<Named> {
    return namedIn(await readRectifications(sightOf(person), { assessment }, this.parts.pool));
  }

  async #one(person: Person, id: string): Promise<Rectification> {
    const [item] = await this.#read(person, { id });
    if (item === undefined) throw new Refusal('not-found');
    return item;
  }

  async #read(person: Person, asked: RectificationsAsked): Promise<Rectification[]> {
    const { pool, clock, laws } = this.parts;
    const rows = await readRectifications(sightOf(person), asked, pool);
    const files = await readEvidence(namedIn(rows), pool);
    const today = clock.today();
    return rows.map((row) => {
      const { calendar } = laws.lawOf(laws.statute, today, row.organId);
      return viewOf(row, person, { calendar, today, files });
    });
  }

  /** The organ is told what is demanded once more; what it was told before is over, whatever becomes of it. */
  async #tellOf({ id: about, organId }: RectificationRow, { history }: KeptRectification, { step }: RectificationStep) {
    const over = organNewsOver({ organId, about }, ['rectification-demanded', 'rectification-repeated'], this.parts.clock.now());
    if (step !== 'repeat') return [over];
    return [over, await organNews({ organId, news: 'rectification-repeated', about, time: history.length }, this.parts)];
  }

  #fileProblems(person: Person, wanted: RectificationStep) {
    const files = wanted.step === 'answer' ? wanted.fileIds : [];
    const named = files.map((id, i) => ({ id, path: `fileIds.${String(i)}` }));
    return unknownFiles(named, person.id, this.parts.pool);
  }

  #after(row: RectificationRow, person: Person, wanted: RectificationStep): KeptRectification {
    const { step: did, text } = wanted;
    const workingDays = wanted.step === 'repeat' ? wanted.workingDays : null;
    const deed = this.#deed(person, { did, text, workingDays }, wanted.step === 'answer' ? wanted.fileIds : []);
    const history = [...row.history, deed];
    if (did === 'answer') return { ...row, state: row.state === 'closed' ? 'closed' : 'answered', history };
    if (did === 'close') return { ...row, state: 'closed', history };
    return { state: 'open', demandedOn: deed.on, workingDays: workingDays ?? row.workingDays, history };
  }

  #deed(
    { id: by }: Person,
    what: Pick<RectificationDeed, 'did' | 'text' | 'workingDays'>,
    fileIds: readonly string[] = [],
  ): RectificationDeed {
    const { clock } = this.parts;
    return { on: clock.today(), at: clock.now().toISOString(), by, ...what, fileIds };
  }
}

/** What was handed in with answers. */
function namedIn(rows: readonly RectificationRow[]): Named {
  const deeds = rows.flatMap(({ history }) => history);
  return { ids: deeds.flatMap(({ fileIds }) => fileIds), givers: deeds.map(({ by }) => by) };
}

function check(row: RectificationRow, step: Step, person: Person): void {
  if (OPEN[step](row, person)) return;
  if (!leads(person, step === 'answer' ? row.organId : row.leaderId))
    throw new Refusal('role-missing', [], { facts: { role: LEADERS[0] } });
  throw new Refusal('rectification-settled');
}

/** Who closes what nobody answered says why. */
const closingProblems = ({ history }: RectificationRow, { step, text }: RectificationStep): FieldProblem[] =>
  step === 'close' && text === null && !isAnswered(history) ? [{ path: 'text', code: 'closed-unanswered' }] : [];

function viewOf(
  row: RectificationRow,
  person: Person,
  seeing: Seeing & { readonly files: ReadonlyMap<string, Evidence> },
): Rectification {
  const { id, version, assessmentId, year, quarter, organ, scheme, history, persons } = row;
  const { zh = '', en = '' } = scheme.indicators.find((one) => one.id === row.indicator)?.name ?? {};
  return {
    ...{ id, version, organ },
    assessment: { id: assessmentId, year, quarter },
    indicator: row.indicator === null ? null : { 'zh-CN': zh, en },
    ...standingOf(row, seeing),
    text: history.findLast(({ workingDays }) => workingDays !== null)?.text ?? '',
    history: history.map(({ fileIds, by, ...deed }, i) => ({
      ...deed,
      late: deed.did === 'answer' && isLate(deed.on, history.slice(0, i), seeing),
      by: { id: by, name: persons[by] ?? '' },
      files: evidenceOf(fileIds, seeing.files),
    })),
    may: (Object.keys(OPEN) as Step[]).filter((step) => OPEN[step](row, person)),
  };
}
