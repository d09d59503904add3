import type { LocalDate } from '@gongkai/calendar';
import type { EarlierQuery, EarlierRequest, EarlierRequests as Found, Frequency } from '@gongkai/contracts';
import type { Sealer } from '@gongkai/platform';
import type { FeeTariffs } from '@gongkai/statutes';
import { isSameApplicant, openApplicant, type Applicant } from '../applicants.js';
import type { DeskParts } from '../desk/case-desk.js';
import type { Person } from '../person.js';
import { ofThatName, PAIR_FREQUENCIES, withAnyOf, type CandidateRow, type FrequencyRow } from './candidates.js';
import { likeness, rarest, tellingPairs } from './likeness.js';

type Parts = Pick<DeskParts, 'pool' | 'clock' | 'sealer'> & { readonly tariffs: FeeTariffs };

/** Percent from which two requests are shown as alike. */
const ALIKE = 25;
/** Pairs that candidates are looked for by. */
const PAIRS = 12;
const SHOWN = 10;

/**
 * What was asked before, by the same applicant or by others. It only shows: whether a request is repeated (REG 36(6)) or excessive (REG 35)
 * is found by a person.
 */
export class EarlierRequests {
  constructor(private readonly parts: Parts) {}

  /** @param query who asks and what for; what is left out is not looked for */
  async find(person: Person, query: EarlierQuery): Promise<Found> {
    const pairs = tellingPairs(query.description ?? '');
    const own = await this.#own(person, query);
    const others = await this.#alike(person, query, pairs);
    const known = new Set(own?.map(({ id }) => id));
    return {
      own: own && { items: ranked(own, pairs), frequency: frequencyOf(own, this.parts.clock.today(), this.parts.tariffs) },
      others: shown(
        others.filter(({ id }) => !known.has(id)),
        pairs,
      )
        .filter((one) => (one.likeness ?? 0) >= ALIKE)
        .sort((a, b) => (b.likeness ?? 0) - (a.likeness ?? 0))
        .slice(0, SHOWN),
    };
  }

  async #own(person: Person, query: EarlierQuery): Promise<readonly CandidateRow[] | null> {
    const { pool, sealer } = this.parts;
    if (query.applicant === undefined) return null;
    const wanted: Applicant = { id: '', category: 'natural_person', ...query.applicant };
    const { rows } = await pool.query<CandidateRow>(ofThatName(person, query));
    return rows.filter((row) => isOf(wanted, row, sealer));
  }

  async #alike(person: Person, query: EarlierQuery, pairs: ReadonlySet<string>): Promise<readonly CandidateRow[]> {
    if (pairs.size === 0) return [];
    const { rows } = await this.parts.pool.query<FrequencyRow>(PAIR_FREQUENCIES);
    const frequencies = new Map(rows.map(({ pair, frequency }) => [pair, frequency]));
    const wanted = withAnyOf(person, query, rarest(pairs, frequencies, PAIRS));
    return (await this.parts.pool.query<CandidateRow>(wanted)).rows;
  }
}

const isOf = (wanted: Applicant, row: CandidateRow, sealer: Sealer): boolean =>
  isSameApplicant(openApplicant(sealer, row), wanted);

const shown = (rows: readonly CandidateRow[], pairs: ReadonlySet<string>): EarlierRequest[] =>
  rows.map((row) => ({
    id: row.id,
    number: row.number,
    state: row.state,
    isOpen: row.closed_on === null,
    outcome: row.outcome,
    applicantName: row.applicant_name,
    subject: row.subject,
    openedOn: row.opened_on,
    receivedOn: row.received_on,
    closedOn: row.closed_on,
    likeness: pairs.size === 0 ? null : likeness(pairs, tellingPairs(row.descriptions.join('\n'))),
  }));

/** Open ones first: they may be answered together. Then what is most alike, then the newest. */
const ranked = (rows: readonly CandidateRow[], pairs: ReadonlySet<string>): EarlierRequest[] =>
  shown(rows, pairs)
    .sort(
      (a, b) =>
        Number(b.isOpen) - Number(a.isOpen) || (b.likeness ?? 0) - (a.likeness ?? 0) || b.openedOn.localeCompare(a.openedOn),
    )
    .slice(0, SHOWN);

function frequencyOf(rows: readonly CandidateRow[], today: LocalDate, { perItem }: FeeTariffs): Frequency {
  const since = (length: number): readonly CandidateRow[] =>
    rows.filter((row) => (row.received_on ?? row.opened_on).slice(0, length) === today.slice(0, length));
  const month = since('2026-03'.length);
  return {
    cases: {
      month: month.length,
      year: since('2026'.length).length,
      all: rows.length,
      open: rows.filter(({ closed_on }) => closed_on === null).length,
    },
    itemsThisMonth: month.reduce((sum, { descriptions }) => sum + descriptions.length, 0),
    freeItems: perItem.tiers[0]?.upTo ?? 0,
  };
}
