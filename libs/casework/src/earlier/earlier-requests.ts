import type { LocalDate } from '@gongkai/calendar';
import type { EarlierQuery, EarlierRequest, EarlierRequests as Found, Frequency } from '@gongkai/contracts';
import type { FeeTariffs } from '@gongkai/statutes';
import { isSameApplicant, openApplicant, type Applicant } from '../applicants.js';
import type { DeskParts } from '../desk/case-desk.js';
import { feeCountOf, readFeeCount } from '../desk/fee-count.js';
import { readCase, readSurroundings, storedCase } from '../desk/stored-case.js';
import type { Person } from '../person.js';
import {
  MOST_COMPARED,
  ofThatName,
  pairFrequencies,
  withMostOf,
  type CandidateRow,
  type FrequencyRow,
  type Looking,
} from './candidates.js';
import { fewest, likeness, rarest, tellingPairs } from './likeness.js';

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

  /** Before a case of it there is. @param query who asks and what for; what is left out is not looked for */
  find(person: Person, { applicant, description = '' }: EarlierQuery): Promise<Found> {
    const wanted = applicant === undefined ? null : { id: '', category: 'natural_person' as const, ...applicant };
    return this.#find({ person }, wanted, description);
  }

  /** For a case. @throws Refusal `case-not-found` */
  async ofCase(person: Person, id: string): Promise<Found> {
    const { pool, sealer } = this.parts;
    const [rows, around] = await Promise.all([pool.query(readCase(id, 'none')), pool.query(readSurroundings(id))]);
    const stored = storedCase(rows.rows, around.rows, person);
    const text = stored.row.file.items.map(({ description }) => description).join('\n');
    const applicant = openApplicant(sealer, stored.around);
    const { rows: counted } = await pool.query(readFeeCount(id));
    return { ...(await this.#find({ person, except: id }, applicant, text)), feeCount: feeCountOf(counted, applicant, sealer) };
  }

  async #find(looking: Looking, applicant: Applicant | null, description: string): Promise<Found> {
    const pairs = tellingPairs(description);
    const own = applicant && (await this.#own(looking, applicant));
    const others = await this.#alike(looking, pairs);
    const known = new Set(own?.map(({ id }) => id));
    return {
      own: own && { items: ranked(own, pairs), frequency: frequencyOf(own, this.parts.clock.today(), this.parts.tariffs) },
      feeCount: null,
      others: shown(
        others.filter(({ id }) => !known.has(id)),
        pairs,
      )
        .filter((one) => (one.likeness ?? 0) >= ALIKE)
        .sort((a, b) => (b.likeness ?? 0) - (a.likeness ?? 0))
        .slice(0, SHOWN),
    };
  }

  async #own(looking: Looking, applicant: Applicant): Promise<readonly CandidateRow[]> {
    const { pool, sealer } = this.parts;
    const { rows } = await pool.query<CandidateRow>(ofThatName(looking, applicant));
    return rows.filter((row) => isSameApplicant(openApplicant(sealer, row), applicant));
  }

  async #alike(looking: Looking, pairs: ReadonlySet<string>): Promise<readonly CandidateRow[]> {
    if (pairs.size === 0) return [];
    const { rows } = await this.parts.pool.query<FrequencyRow>(pairFrequencies('case_file'));
    const most = rarest(pairs, new Map(rows.map(({ pair, frequency }) => [pair, frequency])), PAIRS);
    const any = fewest(most, new Map(rows.map(({ pair, times }) => [pair, times])), MOST_COMPARED);
    return (await this.parts.pool.query<CandidateRow>(withMostOf(looking, { any, most }))).rows;
  }
}

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
    replyNumber: row.reply_number,
    likeness: pairs.size === 0 ? null : likeness(pairs, tellingPairs(row.descriptions.join('\n'))),
  }));

type Order = (a: EarlierRequest, b: EarlierRequest) => number;

/** Open ones first: they may be answered together. Then what is most alike, then the newest. */
const openFirst: Order = (a, b) =>
  Number(b.isOpen) - Number(a.isOpen) || (b.likeness ?? 0) - (a.likeness ?? 0) || b.openedOn.localeCompare(a.openedOn);

const isAlike = ({ likeness: percent }: EarlierRequest): boolean => (percent ?? 0) >= ALIKE;

/** Of somebody who has asked for much, what is alike is among those that are shown, also where it was answered long ago. */
const ranked = (rows: readonly CandidateRow[], pairs: ReadonlySet<string>): EarlierRequest[] =>
  shown(rows, pairs)
    .sort((a, b) => Number(isAlike(b)) - Number(isAlike(a)) || openFirst(a, b))
    .slice(0, SHOWN)
    .sort(openFirst);

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
