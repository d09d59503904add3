import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { CaseDesk, IncomingDesk, lawsIn, personalWordsOf, type DeskParts } from '@gongkai/casework';
import { parseInput, Refusal, RegisterMapping, type RegisterPreview } from '@gongkai/contracts';
import { OldRegister, WorkOrders, type Office } from '@gongkai/intake';
import { CatalogueTables, Kinds } from '@gongkai/publication';
import { CommandPool, migrate, Sealer, SystemClock } from '@gongkai/platform';
import { Command } from 'commander';
import { stepProgress } from '../step-progress.js';
import { withDatabaseUrl } from '../with-database.js';
import { importReport } from './import-report.js';

type Options = { readonly organ: string; readonly dryRun?: true };
type RegisterOptions = Options & { readonly mapping?: string };

/** `gongkai import`: what an office has in tables. */
export function importCommand(): Command {
  const program = new Command('import').description(
    'tables of the hotline, the register kept before, what was published, and annual reports of others',
  );
  program
    .command('hotline <file>')
    .description('take work orders (CSV or XLSX) into the inbox, each number once (JSON); exit 1 where rows are left out')
    .requiredOption('--organ <code>', 'whose inbox it is')
    .option('--dry-run', 'say what the table holds, and take nothing in')
    .action(hotline);
  program
    .command('register <file>')
    .description('make cases of an old register (CSV or XLSX), each number once (JSON); exit 1 where rows are left out')
    .requiredOption('--organ <code>', 'whose register it is')
    .option('--mapping <file>', 'JSON with the heading of each column, e.g. {"number":"编号"}; kept for the next time')
    .option('--dry-run', 'say what the table holds and what the law says to it, and import nothing')
    .action(register);
  program
    .command('disclosures <file>')
    .description('publish a catalogue (CSV or XLSX), each index number once (JSON); exit 1 where rows are left out')
    .requiredOption('--organ <code>', 'whose catalogue it is')
    .option('--dry-run', 'say what the table holds, and publish nothing')
    .action(disclosures);
  program
    .command('undo <import>')
    .description('take an import of a register back, as long as nobody has worked at its cases')
    .requiredOption('--organ <code>', 'whose register it is')
    .action(undo);
  program.addCommand(importReport());
  return program;
}

async function hotline(file: string, { organ, dryRun }: Options): Promise<void> {
  const bytes = await readFile(file);
  const view = await inOffice(organ, (parts, { id: organId }) => {
    const orders = new WorkOrders({ ...parts, incoming: new IncomingDesk({ ...parts, desk: new CaseDesk(parts) }) });
    return dryRun === true ? orders.look({ bytes, organId }) : orders.take({ bytes, organId });
  });
  const wrong = view.rows.filter(({ problems }) => problems.length > 0);
  tell({ fresh: view.fresh, known: view.known, wrong: wrong.map(({ row, problems }) => ({ row, problems })) });
  if (wrong.length > 0) process.exitCode = 1;
}

async function register(file: string, { organ, mapping: mappingFile, dryRun }: RegisterOptions): Promise<void> {
  const bytes = await readFile(file);
  const mapping = mappingFile === undefined ? undefined : await mappingIn(mappingFile);
  const progress = stepProgress(organ);
  const { id, preview } = await inOffice(organ, async (parts, office) => {
    const table = { bytes, name: path.basename(file), office, mapping };
    const old = new OldRegister(parts);
    if (dryRun === true) return { id: null, preview: await old.look(table) };
    return old.take(table, (done, total) => progress.tell(done, total, path.basename(file)));
  }).finally(() => progress.end());
  tell({ ...(dryRun === true ? {} : { import: id }), ...reportOf(preview) });
  if (preview.wrong > 0) process.exitCode = 1;
}

async function disclosures(file: string, { organ, dryRun }: Options): Promise<void> {
  const bytes = await readFile(file);
  const progress = stepProgress(organ);
  const { rows, ...counts } = await inOffice(organ, (parts, { id: organId }, configDir) => {
    const personal = (id: string) => personalWordsOf(parts, id);
    const tables = new CatalogueTables({ ...parts, kinds: new Kinds(configDir), personal });
    if (dryRun === true) return tables.look({ bytes, organId });
    return tables.take({ bytes, organId }, (done, total) => progress.tell(done, total, path.basename(file)));
  }).finally(() => progress.end());
  const wrong = rows.filter(({ state }) => state === 'wrong');
  tell({ ...counts, wrong: wrong.map(({ row, indexNumber, problems }) => ({ row, indexNumber, problems })) });
  if (wrong.length > 0) process.exitCode = 1;
}

/** Rows about which there is something to say. */
const reportOf = ({ mapping, fresh, known, rows }: RegisterPreview) => ({
  ...{ mapping, fresh, known },
  wrong: rows.flatMap(({ row, number, problems }) => (problems.length > 0 ? [{ row, number, problems }] : [])),
  leftOut: rows.flatMap(({ row, number, leftOut }) => (leftOut.length > 0 ? [{ row, number, leftOut }] : [])),
});

async function mappingIn(file: string): Promise<RegisterMapping> {
  const text = await readFile(file, 'utf8');
  try {
    return parseInput(RegisterMapping, JSON.parse(text));
  } catch (error) {
    throw error instanceof SyntaxError ? new Refusal('malformed-json') : error;
  }
}

async function undo(id: string, { organ }: Options): Promise<void> {
  await inOffice(organ, (parts, office) => new OldRegister(parts).undo(id, { office }));
  tell({ undone: id });
}

const tell = (report: object): void => console.log(JSON.stringify(report));

/** Runs work for an organ. @throws Refusal `unknown-organ` */
const inOffice = <T>(code: string, work: (parts: DeskParts, office: Office, configDir: string) => Promise<T>): Promise<T> =>
  withDatabaseUrl(async (url, settings) => {
    const { configDir, today } = settings;
    await migrate(url);
    const pool = new CommandPool({ url, max: 2 });
    const parts = { pool, clock: new SystemClock(today), laws: await lawsIn(pool, configDir), sealer: Sealer.of(settings) };
    try {
      const { rows } = await pool.query<Office>({ text: 'SELECT id, code FROM organ WHERE code = $1', values: [code] });
      const [office] = rows;
      if (office === undefined)
        throw new Refusal('invalid-request', [{ path: 'organ', code: 'unknown-organ', facts: { name: code } }]);
      return await work(parts, office, configDir);
    } finally {
      await pool.close();
    }
  });
