import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { CalendarGapError, regionCalendar, type CalendarYear, type LocalDate, type WorkingDays } from '@gongkai/calendar';
import {
  ConfigError,
  parseApprovalChains,
  parseCalendarYear,
  parseChecklist,
  parseFeeTariffs,
  parseGrounds,
  parseReminderLadder,
  parseReportFormat,
  parseRetentionTables,
  parseStatute,
  together,
  type AnnualReportFormat,
  type ApprovalChains,
  type Checklist,
  type ConfigProblem,
  type FeeTariffs,
  type Grounds,
  type ReminderLadders,
  type RetentionTables,
  type Statute,
} from '@gongkai/statutes';

/** Where the shipped configuration lies, seen from the directory the program was started in. */
const CONFIG_DIR = 'config';

const GROUNDS = 'statutes/grounds.yaml';
const REMINDERS = 'reminders.yaml';
const APPROVALS = 'approvals.yaml';
const RETENTION = 'retention.yaml';
/** A statute pack: every YAML file of its folder that is not the grounds. */
const STATUTE = /^statutes\/(?!grounds\.)([^/]+)\.yaml$/;
const CHECKLIST = /^checklists\/[^/]+\.yaml$/;
const CALENDAR = /^calendars\/([^/]+)\/\d{4}\.yaml$/;

/** A kind of configuration file: which files are of this kind, what reads them, and those that there have to be. */
export type ConfigKind = {
  readonly files: RegExp;
  readonly parse: (text: string, file: string) => unknown;
  readonly required?: readonly string[];
};

/** Without what the statute pack says of instruments. */
const groundsAlone = (text: string, file: string): Grounds => parseGrounds(text, file);

/** Every kind of file under `config/`; paths are written with `/` and begin below it. A file of no kind is a problem. */
const configKinds: readonly ConfigKind[] = [
  { files: /^statutes\/grounds\.yaml$/, parse: groundsAlone },
  { files: STATUTE, parse: parseStatute },
  { files: CALENDAR, parse: parseCalendarYear },
  { files: /^fees\/[^/]+\.yaml$/, parse: parseFeeTariffs },
  { files: /^reports\/[^/]+\.yaml$/, parse: parseReportFormat },
  { files: /^reminders\.yaml$/, parse: parseReminderLadder },
  { files: /^approvals\.yaml$/, parse: parseApprovalChains },
  { files: /^retention\.yaml$/, parse: parseRetentionTables },
  { files: CHECKLIST, parse: (text, file) => parseChecklist(text, file) },
];

/** The statute packs of the folder, by their names, in order. */
export const statuteNames = (configDir = CONFIG_DIR): string[] => namesIn(configDir, STATUTE);

/** The regions of the folder that have a calendar, in order. */
export const calendarRegions = (configDir = CONFIG_DIR): string[] => namesIn(configDir, CALENDAR);

const namesIn = (configDir: string, kind: RegExp): string[] => [
  ...new Set(filesBelow(configDir).flatMap((file) => kind.exec(file)?.[1] ?? [])),
];

/**
 * The statute pack of a procedure.
 * @param configDir the folder `config`
 * @throws ConfigError when the file is missing or wrong
 */
export function readStatute(configDir = CONFIG_DIR, id = 'cn-ogi-711'): Statute {
  return readConfig(configDir, `statutes/${id}.yaml`, parseStatute);
}

/** Decisions, grounds and remedies. @throws ConfigError when the file is missing or wrong */
export function readGrounds(configDir = CONFIG_DIR): Grounds {
  return readConfig(configDir, GROUNDS, groundsAlone);
}

/** The tariffs of the information processing fee. @throws ConfigError when the file is missing or wrong */
export function readFeeTariffs(configDir = CONFIG_DIR, id = 'cn-2020-109'): FeeTariffs {
  return readConfig(configDir, `fees/${id}.yaml`, parseFeeTariffs);
}

/** Who is told of deadlines, and when. @throws ConfigError when the file is missing or wrong */
export function readReminderLadders(configDir = CONFIG_DIR): ReminderLadders {
  return readConfig(configDir, REMINDERS, parseReminderLadder);
}

/** By which posts drafts are approved. @throws ConfigError when the file is missing or wrong */
export function readApprovalChains(configDir = CONFIG_DIR): ApprovalChains {
  return readConfig(configDir, APPROVALS, parseApprovalChains);
}

/** How long organs keep their cases by tables of their own; none where there is no such file. @throws ConfigError when it is wrong */
export function readRetentionTables(configDir = CONFIG_DIR): RetentionTables {
  return existsSync(join(configDir, RETENTION)) ? readConfig(configDir, RETENTION, parseRetentionTables) : [];
}

/** What is looked at before a step or in a link, in order of the file names. @throws ConfigError when a file is wrong */
export function readChecklists(configDir = CONFIG_DIR): readonly Checklist[] {
  const { instruments } = readStatute(configDir, readGrounds(configDir).statute);
  const files = filesBelow(configDir).filter((file) => CHECKLIST.test(file));
  return together(
    files.map((file) => ({
      file: join(configDir, file),
      list: readConfig(configDir, file, (text, name) => parseChecklist(text, name, instruments)),
    })),
  );
}

/** The formats of the annual report, in order of their file names. @throws ConfigError when a file is wrong */
export function readReportFormats(configDir = CONFIG_DIR): AnnualReportFormat[] {
  const files = filesBelow(configDir).filter((file) => /^reports\/[^/]+\.yaml$/.test(file));
  return files.map((file) => readConfig(configDir, file, parseReportFormat));
}

/**
 * The working days of a region.
 * @param region a folder of `config/calendars`
 * @param knownOn use the versions issued up to that day; default: the newest ones
 * @throws ConfigError when a file is missing or wrong, or the years do not join
 */
export function readCalendar(configDir = CONFIG_DIR, region = 'cn', knownOn?: LocalDate): WorkingDays {
  const years = readCalendarYears(configDir, region);
  try {
    return regionCalendar(years, knownOn);
  } catch (error) {
    if (error instanceof CalendarGapError) throw new ConfigError([gapProblem(join(configDir, `calendars/${region}`), error)]);
    throw error;
  }
}

/** The years of a region, in order, as their files have them. @throws ConfigError when a file is missing or wrong */
export function readCalendarYears(configDir = CONFIG_DIR, region = 'cn'): CalendarYear[] {
  const folder = `calendars/${region}`;
  const files = filesBelow(configDir).filter((file) => file.startsWith(`${folder}/`));
  if (files.length === 0) throw new ConfigError([missing(join(configDir, folder), 'this folder of calendar years')]);
  return files.map((file) => readConfig(configDir, file, parseCalendarYear));
}

/** Years that do not join: told at the line of the year that does not fit. */
function gapProblem(folder: string, { advice, year, field }: CalendarGapError): ConfigProblem {
  if (year === null) return { file: folder, line: 1, path: '', message: advice };
  const file = join(folder, `${String(year)}.yaml`);
  const lines = readFileSync(file, 'utf8').split('\n');
  return { file, line: lines.findIndex((line) => line.startsWith(`${field}:`)) + 1 || 1, path: '', message: advice };
}

type Parse<T> = (text: string, file: string) => T;
/** What a file said, and what was read from it. */
type Read = { readonly text: string; readonly value: unknown };

/** By the function that read it, and its path. */
const reads = new WeakMap<Parse<unknown>, Map<string, Read>>();

/**
 * Reads one file below the configuration folder. One that says what it said when the same function read it last gives the same object: packs
 * and sources of papers are asked for again and again, and reading YAML takes a while. Nobody changes what is given.
 * @param file path below it, written with `/`
 * @throws ConfigError when the file is missing or wrong
 */
export function readConfig<T>(configDir: string, file: string, parse: Parse<T>): T {
  const path = join(configDir, file);
  if (!existsSync(path)) throw new ConfigError([missing(path, 'this file')]);
  const text = readFileSync(path, 'utf8');
  const before = reads.get(parse) ?? new Map<string, Read>();
  const last = before.get(path);
  if (last?.text === text) return last.value as T;
  const value = parse(text, path);
  reads.set(parse, before.set(path, { text, value }));
  return value;
}

/**
 * Everything wrong with the files of a configuration folder: each file by itself, and then what one file says of another.
 * @param more kinds of files that a layer above this one reads
 */
export function checkConfig(configDir = CONFIG_DIR, more: readonly ConfigKind[] = []): ConfigProblem[] {
  const files = filesBelow(configDir).filter((file) => /\.ya?ml$/.test(file));
  const kinds = [...configKinds, ...more];
  const kindOf = (file: string): ConfigKind | undefined => kinds.find((kind) => kind.files.test(file));
  const wrong = files.flatMap((file) => {
    const kind = kindOf(file);
    return kind ? problemsOf(() => readConfig(configDir, file, kind.parse)) : [];
  });
  const unread = files.filter((file) => !kindOf(file)).map((file) => unreadFile(join(configDir, file)));
  const absent = kinds.flatMap(({ required = [] }) => required).filter((file) => !files.includes(file));
  const lost = absent.map((file) => missing(join(configDir, file), 'this file'));
  return [...wrong, ...unread, ...lost, ...(wrong.length > 0 ? [] : crossProblems(configDir, files))];
}

const unreadFile = (file: string): ConfigProblem => ({
  file,
  line: 1,
  path: '',
  message: 'nothing reads this file; move it, rename it or remove it',
});

function crossProblems(configDir: string, files: readonly string[]): ConfigProblem[] {
  const statutes = files.filter((file) => STATUTE.test(file));
  return [
    ...calendarRegions(configDir).flatMap((region) => problemsOf(() => readCalendar(configDir, region))),
    ...statutes.flatMap((file) => statuteProblems(configDir, file)),
    ...problemsOf(() => readGroundsOfStatute(configDir)),
    ...problemsOf(() => readChecklists(configDir)),
  ];
}

/** The articles of the grounds have to be of instruments that their statute pack lists. */
function readGroundsOfStatute(configDir: string): Grounds {
  const { instruments } = readStatute(configDir, readGrounds(configDir).statute);
  return readConfig(configDir, GROUNDS, (text, file) => parseGrounds(text, file, instruments));
}

/** What a statute pack names has to exist: its calendar, its tariffs. */
function statuteProblems(configDir: string, file: string): ConfigProblem[] {
  const { rules } = readConfig(configDir, file, parseStatute);
  const named = [
    ...rules['calendar.region'].values.map(({ value }) => ['calendar.region', `calendars/${value}`]),
    ...rules['fee.tiers'].values.map(({ value }) => ['fee.tiers', `fees/${value}.yaml`]),
  ];
  return named.flatMap(([path = '', target = '']) =>
    existsSync(join(configDir, target))
      ? []
      : [{ file: join(configDir, file), line: 1, path, message: `names ${target}, which does not exist; add it` }],
  );
}

function problemsOf(read: () => unknown): readonly ConfigProblem[] {
  try {
    read();
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

function missing(file: string, what: string): ConfigProblem {
  return { file, line: 1, path: '', message: `${what} does not exist; add it or name the folder that holds config` };
}

/** Every file below a folder, as paths written with `/`, in order of their names. */
function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')).sort();
}
