import type { LocalDate } from '@gongkai/calendar';
import { yearOf } from '@gongkai/calendar';
import { writeNumber, type NoticeKind } from '@gongkai/contracts';
import type { Statement } from '@gongkai/platform';
import { asUuid } from '../visibility.js';
import type { OldNumber } from './envelope.js';

/** What is numbered: cases, each kind of notice by itself, requests to correct a record and the answers to them. */
export type SeriesKind = 'case' | NoticeKind | 'record_correction' | 'record_answer';

/** The sign of each series in a number (字号). */
const SIGNS: Readonly<Record<SeriesKind, string>> = {
  case: '',
  correction: '补',
  extension: '延',
  consultation: '征',
  explain_reasons: '说',
  delay: '缓',
  fee: '费',
  fee_lifted: '免',
  third_party_disclosure: '告',
  reply: '复',
  record_correction: '更',
  record_answer: '更复',
};

/** What an organ's numbers of one kind begin with. */
export const prefixesOf = (prefix: string): string[] => Object.values(SIGNS).map((sign) => `${prefix}${sign}`);

/** A number drawn from a series, and how the organ writes it today. */
export type Drawn = { readonly last: number; readonly prefix: string; readonly format: string };

const DRAW = `
  INSERT INTO number_series AS series (organ_id, kind, year, last)
  SELECT organ.id, $2, $3, 1 FROM organ WHERE organ.id =`;
const NEXT = `
  ON CONFLICT (organ_id, kind, year) DO UPDATE SET last = series.last + 1
  RETURNING last, (SELECT number_prefix FROM organ WHERE organ.id = series.organ_id) AS prefix,
            (SELECT number_format FROM organ WHERE organ.id = series.organ_id) AS format`;

/**
 * Draws the next number of an organ's series. The row stays locked until the transaction ends: a number that is not used
 * after all was never drawn, so there are no gaps.
 */
export const drawForOrgan = (organId: string, kind: SeriesKind, on: LocalDate): Statement => ({
  name: 'draw-for-organ',
  text: `${DRAW} $1::uuid ${NEXT}`,
  values: [organId, kind, yearOf(on)],
});

/** The same for the organ of a case. */
export const drawForCase = (caseId: string, kind: SeriesKind, on: LocalDate): Statement => ({
  name: 'draw-for-case',
  text: `${DRAW} (SELECT organ_id FROM case_file WHERE id = $1::uuid) ${NEXT}`,
  values: [asUuid(caseId), kind, yearOf(on)],
});

/** The number that the organ of a case would draw next, without drawing it: for a draft. */
export const peekForCase = (caseId: string, kind: SeriesKind, on: LocalDate): Statement => ({
  name: 'peek-for-case',
  text: `
    SELECT coalesce(series.last, 0) + 1 AS last, organ.number_prefix AS prefix, organ.number_format AS format
      FROM case_file JOIN organ ON organ.id = case_file.organ_id
      LEFT JOIN number_series AS series ON (series.organ_id, series.kind, series.year) = (organ.id, $2, $3)
     WHERE case_file.id = $1::uuid`,
  values: [asUuid(caseId), kind, yearOf(on)],
});

/** A number as it is printed, e.g. 城管依申请〔2026〕21号. */
export const numberText = (kind: SeriesKind, { last, prefix, format }: Drawn, on: LocalDate): string =>
  writeNumber(format, { prefix: `${prefix}${SIGNS[kind]}`, year: yearOf(on), n: last });

/** The number of a new case, with what tells its place in the register. */
export const caseNumber = (drawn: Drawn, on: LocalDate) => ({
  number: numberText('case', drawn, on),
  number_year: yearOf(on),
  serial: drawn.last,
});

/** The same of a number from before. */
export const oldNumber = ({ number, year, serial }: OldNumber) => ({ number, number_year: year, serial });

/** The next number of a year follows this one at the least. */
export const raiseSeries = (organId: string, { year, serial }: Omit<OldNumber, 'number'>): Statement => ({
  name: 'raise-series',
  text: `
    INSERT INTO number_series AS series (organ_id, kind, year, last) VALUES ($1, 'case', $2, $3)
    ON CONFLICT (organ_id, kind, year) DO UPDATE SET last = greatest(series.last, EXCLUDED.last)`,
  values: [organId, year, serial],
});
