import { actingIn, needRole, type Person } from '@gongkai/casework';
import {
  Refusal,
  type AnnualReportQuery,
  type ReportEntry,
  type ReportEntryChange,
  type ReportEntryState,
  type ReportEntryStep,
  type WaitingReportEntries,
} from '@gongkai/contracts';
import { namesOf } from '../counting/names.js';
import { textOf } from '../print/printed-table.js';
import { FoundReports, type FoundReport, type ReportParts } from '../found-reports.js';
import { enteredCells, entryProblems, findingsOf, standing, unknownFields } from './entry-findings.js';
import { quotable } from '../reckoning.js';
import { addComment, keepEntry, readWaiting, type Entered, type EntryDeed, type EntryRow, type Kept } from './entry-rows.js';
import { withFigures } from './live-fields.js';
import { scopeOf } from '../reads/scope.js';
import { offeredFor, type CatalogueFigure } from './offered.js';
import { textFieldsOf } from './text-fields.js';

type Asked = AnnualReportQuery & { readonly year: number };
type Parts = ReportParts & {
  /** What the catalogue of an organ counts for table A. */
  readonly offers: (
    person: Person,
    asked: { readonly year: number; readonly organ: string; readonly below: boolean },
  ) => Promise<readonly CatalogueFigure[]>;
};
type Step = ReportEntryStep['step'];
type May = ReportEntry['may'][number];
type Role = Person['roles'][number];

const NOTHING: EntryRow = { version: 0, state: 'draft', numbers: {}, texts: {}, writtenBy: [], history: [], people: {} };

/** Who writes a report, and who takes it on or says something about it: an auditor reads it. */
const WRITERS = ['supervisor', 'admin'] as const;
const APPROVERS = ['approver', 'supervisor', 'admin'] as const;
const WHOSE: Readonly<Record<May, readonly [Role, ...Role[]]>> = {
  ...{ save: WRITERS, submit: WRITERS },
  ...{ approve: APPROVERS, return: APPROVERS, comment: APPROVERS },
};

/** What people enter into an annual report: written by one, approved by another, frozen with the figures. */
export class ReportEntries {
  readonly #reports: FoundReports;

  constructor(private readonly parts: Parts) {
    this.#reports = new FoundReports(parts);
  }

  /** What is handed in of an organ and waits for this person, if they may approve it. @throws Refusal `role-missing`, `not-found` */
  async waiting(person: Person, asked: { readonly organ?: string | undefined }): Promise<WaitingReportEntries> {
    const { organId } = await scopeOf(person, { ...asked, scope: 'own' }, this.parts.pool);
    return has(actingIn(person, organId), APPROVERS) ? readWaiting(organId, person.id, this.parts.pool) : { items: [] };
  }

  /** Table A, the texts, what the system offers for them and what is wrong with them. @throws Refusal `role-missing`, `not-found` */
  async of(person: Person, { year, ...asked }: Asked): Promise<ReportEntry> {
    const found = await this.#reports.find(person, year, asked);
    const { scope } = found;
    const isWriter = has(actingIn(person, scope.organId), WRITERS);
    const below = scope.scope === 'below';
    const catalogue = isWriter ? await this.parts.offers(person, { year, organ: scope.organ.code, below }) : [];
    return viewOf(found, person, catalogue);
  }

  /**
   * Keeps what was written in place of what was there. Approved before, it is a draft again.
   * @throws Refusal `role-missing`, `not-found`, `invalid-request`, `report-entry-settled`, `report-entry-changed`
   */
  async save(person: Person, { year, ...asked }: Asked, { version, ...written }: ReportEntryChange): Promise<ReportEntry> {
    needRole(person, ...WRITERS);
    const found = await this.#reports.find(person, year, asked);
    const numbers = Object.entries(written.numbers).flatMap(([cell, number]) =>
      number === null ? [] : [[cell, number] as const],
    );
    const entered: Entered = { numbers: Object.fromEntries(numbers), texts: written.texts };
    const unknown = unknownFields(entered, found.reckoned.manner.format);
    if (unknown.length > 0) throw new Refusal('invalid-request', unknown);
    const before = found.entry ?? NOTHING;
    check('save', found, person);
    const others = before.state === 'approved' ? [] : before.writtenBy.filter((id) => id !== person.id);
    const kept: Kept = {
      ...entered,
      state: 'draft',
      writtenBy: [...others, person.id],
      history: this.#saved(before.history, person),
    };
    return this.#keep(found, { person, version, kept, asked: { year, ...asked } });
  }

  /**
   * Takes it on, or says something about it.
   * @throws Refusal `role-missing`, `not-found`, `report-entry-settled`, `report-entry-changed`; `report-entry-lacks` with each field;
   * `report-entry-own` of what one has written
   */
  async step(person: Person, { year, ...asked }: Asked, { version, step, text = '' }: ReportEntryStep): Promise<ReportEntry> {
    const found = await this.#reports.find(person, year, asked);
    const before = found.entry ?? NOTHING;
    check(step, found, person);
    checkContent(step, text, found);
    const deed: EntryDeed = {
      at: this.parts.clock.now().toISOString(),
      by: person.id,
      did: step,
      text: text === '' ? null : text,
    };
    if (step === 'comment') {
      await addComment(found, deed, this.parts.pool);
      return this.of(person, { year, ...asked });
    }
    const kept: Kept = { ...before, state: STATES[step], history: [...before.history, deed] };
    return this.#keep(found, { person, version, kept, asked: { year, ...asked } });
  }

  async #keep(
    { scope, year, entry }: FoundReport,
    { person, version, kept, asked }: { person: Person; version: number; kept: Kept; asked: Asked },
  ): Promise<ReportEntry> {
    const isFirst = (entry?.version ?? 0) === version && (await keepEntry({ scope, year, version }, kept, this.parts));
    if (!isFirst) throw new Refusal('report-entry-changed');
    return this.of(person, asked);
  }

  /** Of somebody who saves several times in a row, the last one is told. */
  #saved(history: readonly EntryDeed[], { id: by }: Person): EntryDeed[] {
    const last = history.at(-1);
    const isAgain = last?.did === 'save' && last.by === by;
    return [
      ...(isAgain ? history.slice(0, -1) : history),
      { at: this.parts.clock.now().toISOString(), by, did: 'save', text: null },
    ];
  }
}

/** What a step makes of it. */
const STATES: Readonly<Record<Exclude<Step, 'comment'>, ReportEntryState>> = {
  submit: 'submitted',
  approve: 'approved',
  return: 'draft',
};

type Actor = Pick<Person, 'id' | 'roles'>;
const has = ({ roles }: Pick<Person, 'roles'>, some: readonly Person['roles'][number][]): boolean =>
  some.some((role) => roles.includes(role));

/** In which state a deed is open, and to whom. */
const OPEN: Readonly<Record<May, (entry: EntryRow, actor: Actor) => boolean>> = {
  save: ({ state }, actor) => has(actor, WRITERS) && state !== 'submitted',
  submit: ({ state, writtenBy }, actor) => has(actor, WRITERS) && state === 'draft' && writtenBy.includes(actor.id),
  approve: ({ state, writtenBy }, actor) => state === 'submitted' && has(actor, APPROVERS) && !writtenBy.includes(actor.id),
  return: ({ state }, actor) => state !== 'draft' && has(actor, APPROVERS),
  comment: ({ version }, actor) => has(actor, APPROVERS) && version > 0,
};

/** Who comes from above brings only the roles of above. */
function mayOf({ scope, frozen, entry }: FoundReport, person: Person): May[] {
  if (frozen !== null) return [];
  const actor = actingIn(person, scope.organId);
  return (Object.keys(OPEN) as May[]).filter((deed) => OPEN[deed](entry ?? NOTHING, actor));
}

function check(deed: May, found: FoundReport, person: Person): void {
  if (mayOf(found, person).includes(deed)) return;
  if (found.frozen !== null) throw new Refusal('report-frozen');
  needRole(actingIn(person, found.scope.organId), ...WHOSE[deed]);
  if (deed === 'approve' && found.entry?.state === 'submitted') throw new Refusal('report-entry-own');
  throw new Refusal('report-entry-settled');
}

/** What is handed in is complete; who says something about it, or gives it back, says what. */
function checkContent(step: Step, text: string, { entry, reckoned }: FoundReport): void {
  const lacks =
    step === 'submit' ? entryProblems(standing(entry ?? NOTHING, reckoned), reckoned.manner.format, reckoned.quoted) : [];
  if (lacks.length > 0) throw new Refusal('report-entry-lacks', lacks);
  if ((step === 'comment' || step === 'return') && text === '')
    throw new Refusal('invalid-request', [{ path: 'text', code: 'required' }]);
}

function viewOf(found: FoundReport, person: Person, catalogue: readonly CatalogueFigure[]): ReportEntry {
  const { entry, reckoned, frozen, scope, year } = found;
  const { version, state, numbers, texts, history, people } = entry ?? NOTHING;
  const { format } = reckoned.manner;
  const names = namesOf(format);
  const figures = quotable(reckoned);
  const counted = reckoned.quoted.map(({ id, name, value }) => ({ cell: id, name, value }));
  return {
    ...{ organ: scope.organ, year, scope: scope.scope },
    version,
    state,
    frozen: frozen !== null,
    cells: enteredCells(format).map(({ id, name, unit }) => ({ id, name: textOf(name), unit, value: numbers[id] ?? null })),
    texts: textFieldsOf(format).map((field) => {
      const source = texts[field.id] ?? '';
      return { ...field, source, text: withFigures(source, figures) };
    }),
    figures: [
      ...format.cells.map(({ id, name }) => ({ cell: id, name: names[id] ?? textOf(name), value: figures[id] ?? null })),
      ...counted,
    ],
    offered: offeredFor(found, catalogue),
    findings: findingsOf({ numbers, texts }, reckoned),
    history: history.map(({ at, by, did, text }) => ({ at, did, text, by: { id: by, name: people[by] ?? '' } })),
    may: mayOf(found, person),
  };
}
