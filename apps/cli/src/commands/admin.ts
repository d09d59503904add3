import { ApiTokens, createAdministrator, type AdministratorProblem } from '@gongkai/casework';
import type { LocalDate } from '@gongkai/calendar';
import { PASSWORD_LENGTH, Refusal, TOKEN_SCOPES, TOKEN_YEARS, type TokenScope } from '@gongkai/contracts';
import { migrate, SystemClock, type Settings } from '@gongkai/platform';
import { Command, Option } from 'commander';
import type { DataSource } from 'typeorm';
import { askPassword } from '../ask-password.js';
import { dayIn } from '../typed.js';
import { withDatabase, withDatabaseUrl } from '../with-database.js';

type NewAdmin = {
  readonly username: string;
  readonly name: string;
  readonly organ: string;
  readonly organName?: string;
  readonly organNameEn?: string;
  readonly prefix?: string;
};

const WORDS: Readonly<Record<AdministratorProblem, string>> = {
  'username-taken': 'There is a person with this log-in already: choose another.',
  'organ-unknown': 'There is no organ with this code: correct it, or name a new organ with --organ-name.',
  'password-short': `The password has to have ${PASSWORD_LENGTH} characters or more.`,
  'password-guessable': 'The password is easy to guess: beside common words, years and the name it needs four other signs.',
};

/** `gongkai admin`: who may enter, for the one who runs the installation. */
export function admin(): Command {
  const program = new Command('admin').description('the first administrator, and tokens for other programs');
  program
    .command('create')
    .description('make an administrator; the password is asked for, or read from stdin')
    .requiredOption('--username <log-in>', 'what the person types to log in')
    .requiredOption('--name <name>', 'the name of the person')
    .requiredOption('--organ <code>', 'the organ: small letters, digits and -')
    .option('--organ-name <name>', 'makes the organ, where it is new, under this name')
    .option('--organ-name-en <name>', 'its English name (default: the same)')
    .option('--prefix <text>', 'begins every number it gives (default: its name)')
    .action(create);
  program
    .command('token')
    .description('make a token with which a program acts for a person; it is printed once')
    .requiredOption('--for <log-in>', 'the person')
    .requiredOption('--name <text>', 'what uses it, e.g. "fax gateway"')
    .addOption(new Option('--scopes <scopes...>', 'what it opens').choices(TOKEN_SCOPES).default([...TOKEN_SCOPES]))
    .option('--until <day>', 'its last day, YYYY-MM-DD (default: a year from today)', dayIn)
    .action(issue);
  program.command('tokens').description('the tokens in force (JSON)').action(list);
  program.command('revoke <id>').description('take a token back').action(revoke);
  return program;
}

async function create(options: NewAdmin): Promise<void> {
  if (!/^[a-z][a-z0-9-]*$/.test(options.organ)) throw new Error('The code of an organ has small letters, digits and -.');
  const password = await askPassword();
  await withDatabaseUrl((url) => migrate(url));
  const problem = await withDatabase((source, settings) =>
    createAdministrator(
      { source, clock: new SystemClock(settings.today) },
      {
        ...options,
        password,
        organ: { code: options.organ, nameZh: options.organName, nameEn: options.organNameEn, prefix: options.prefix },
      },
    ),
  );
  if (problem !== undefined) throw new Error(WORDS[problem]);
  console.log(`${options.username} can log in as administrator of ${options.organ}.`);
}

const withTokens = <T>(work: (tokens: ApiTokens) => Promise<T>): Promise<T> =>
  withDatabase((source: DataSource, { today }: Settings) => work(new ApiTokens(source, new SystemClock(today))));

/** A refusal in the words of the command line; a failure stays what it is. */
const refusedAs =
  (words: string) =>
  (error: unknown): never => {
    throw error instanceof Refusal ? new Error(words) : error;
  };

type NewTokenOptions = { for: string; name: string; scopes: TokenScope[]; until?: LocalDate };

async function issue({ for: person, name, scopes, until: expiresOn }: NewTokenOptions): Promise<void> {
  const issued = await withTokens((tokens) => tokens.issue(null, { person, name, scopes, expiresOn })).catch(
    refusedAs(
      `There is no person with the log-in ${person}, or the last day is over or more than ${TOKEN_YEARS.most} years ahead.`,
    ),
  );
  console.log(issued.secret);
}

async function list(): Promise<void> {
  console.log(JSON.stringify(await withTokens((tokens) => tokens.list(null))));
}

async function revoke(id: string): Promise<void> {
  await withTokens((tokens) => tokens.revoke(null, id)).catch(refusedAs('There is no such token in force.'));
  console.log('Revoked.');
}
