import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { foundTools, isEverythingRequired } from './settings.js';

/** A program that not every machine has; `npm test` installs it where it can. */
export type Tool =
  | 'chromium'
  | 'redis-server'
  | 'postgresql-15'
  | 'libtiff-tools'
  | 'netpbm'
  | 'dovecot'
  | 'pdftotext'
  | 'pdfsig'
  | 'clamd'
  | 'faketime';

const place = (tool: Tool): string | undefined => foundTools()[tool];

/** The program, for a suite that was given because it is there. @throws Error where it is not */
const given = (tool: Tool): string => {
  const found = place(tool);
  if (found === undefined) throw new Error(`There is no ${tool} here: use suiteNeeding('${tool}').`);
  return found;
};

/** Chromium, for playwright's `executablePath`. */
export const chromium = (): string => given('chromium');

export const redisServer = (): string => given('redis-server');

/** PostgreSQL 15, as `startEmbeddedPostgres` takes it. */
export const postgres15 = (): { readonly initdb: string; readonly postgres: string } => {
  const postgres = given('postgresql-15');
  return { initdb: path.join(path.dirname(postgres), 'initdb'), postgres };
};

/** A real IMAP server. */
export const dovecot = (): string => given('dovecot');

/** Reads the text of a PDF. */
export const pdftotext = (): string => given('pdftotext');

/** Says whether the signatures of a PDF hold. */
export const pdfsig = (): string => given('pdfsig');

/** The daemon of ClamAV. */
export const clamd = (): string => given('clamd');

/** Where the programs lie that make faxes, as a PATH. */
export const faxTools = (): string => [given('libtiff-tools'), given('netpbm')].map((program) => path.dirname(program)).join(':');

/**
 * Settings with which a program runs on a machine whose clock is wrong. @param by as `+400d`, `-5h`: days, hours, minutes, seconds
 */
export function wrongClock(by: string): Readonly<Record<string, string>> {
  const asked = execFileSync(given('faketime'), ['-f', by, 'printenv', 'LD_PRELOAD'], { encoding: 'utf8' });
  return { LD_PRELOAD: asked.trim(), FAKETIME: by, FAKETIME_DONT_FAKE_MONOTONIC: '1' };
}

type Suite = (name: string, tests: () => void) => void;

/**
 * `describe` for tests that need programs. Where one is missing they are skipped, and the run says so in one line; where
 * everything is required (REQUIRE_ALL=1) that is a failure.
 */
export const suiteNeeding =
  (...tools: readonly Tool[]): Suite =>
  (name, tests) => {
    const missing = tools.filter((tool) => place(tool) === undefined);
    if (missing.length === 0) describe(name, tests);
    else if (!isEverythingRequired()) describe.skip(name, tests);
    else
      describe(name, () => {
        it.each(missing)('has %s', (tool) => void given(tool));
      });
  };
