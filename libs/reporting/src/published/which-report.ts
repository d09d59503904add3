import type { Person } from '@gongkai/casework';
import { Refusal, type FieldProblem, type PublishedReportQuery } from '@gongkai/contracts';
import type { CommandPool } from '@gongkai/platform';
import { scopeOf, type Scope } from '../reads/scope.js';
import type { Taken } from './published-rows.js';
import type { ReportFileContent } from './read-report-file.js';

/** Whose report it is, and of which year. */
export type Which = Pick<Taken, 'organId' | 'name' | 'year' | 'scope'>;

type Said = {
  readonly organ: string | null;
  readonly name: string | null;
  readonly year: number | null;
  readonly scope: Scope['scope'];
  readonly problems: readonly FieldProblem[];
};

const NAMED = 'SELECT code FROM organ WHERE $1 IN (name_zh, name_en) LIMIT 2';

type Asked = Pick<PublishedReportQuery, 'organ' | 'name' | 'year' | 'scope'>;

/** With the code of the organ that is called as the file says; one of another installation has none here. */
export async function withOrgan(read: ReportFileContent, pool: CommandPool): Promise<ReportFileContent> {
  if (read.name === null) return read;
  const { rows } = await pool.query<{ readonly code: string }>({ text: NAMED, values: [read.name] });
  const [organ, another] = rows;
  return organ === undefined || another !== undefined ? read : { ...read, organ: organ.code, name: null };
}

/** What is asked goes before what the file says of itself; where both speak of a year, they have to agree. */
export function saidOf(read: ReportFileContent, asked: Asked): Said {
  const ofFile = asked.organ === undefined ? read.name : null;
  const { organ = read.organ, name = ofFile, year = read.year, scope = read.scope } = asked;
  return {
    organ: name === null ? organ : null,
    name,
    year,
    scope,
    problems: problemsOf(read, asked),
  };
}

const problemsOf = (read: ReportFileContent, { organ, name, year }: Asked): readonly FieldProblem[] => [
  ...when(organ !== undefined && name !== undefined, { path: 'name', code: 'not-together', facts: { other: 'organ' } }),
  ...when(isAnother(year, read.year), { path: 'year', code: 'another-year', facts: { year: String(read.year) } }),
];

const when = (isSo: boolean, problem: FieldProblem): FieldProblem[] => (isSo ? [problem] : []);
const isAnother = (asked: number | undefined, read: number | null): boolean =>
  asked !== undefined && read !== null && asked !== read;

/** @throws Refusal `invalid-request` where nobody says whose it is or of which year, or the organ is not in sight */
export async function whichOf(
  person: Person,
  { organ, name, year, scope, problems }: Said,
  pool: CommandPool,
): Promise<{ readonly which: Which; readonly shown: Scope['organ'] | null }> {
  const seen = organ === null ? null : await seenBy(person, organ, pool);
  const found = [
    ...problems,
    ...when(year === null, { path: 'year', code: 'required' }),
    ...when(
      [organ, name].every((one) => one === null),
      { path: 'organ', code: 'required' },
    ),
    ...when(organ !== null && seen === null, { path: 'organ', code: 'unknown-organ' }),
  ];
  if (year === null || found.length > 0) throw new Refusal('invalid-request', found);
  const { organId = null, organ: shown = null } = seen ?? {};
  return { which: { organId, name, year, scope }, shown };
}

async function seenBy(person: Person, organ: string, pool: CommandPool): Promise<Scope | null> {
  try {
    return await scopeOf(person, { organ, scope: 'own' }, pool);
  } catch (error) {
    if (error instanceof Refusal && error.code === 'not-found') return null;
    throw error;
  }
}
