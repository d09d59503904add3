import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { FileView, IncomingList, IncomingView } from '@gongkai/contracts';
import { readSettings } from '@gongkai/platform';
import { rounds } from '../../../apps/worker/src/rounds.js';
import { openTools, type WorkerTools } from '../../../apps/worker/src/tools.js';
import { startTestApi, type TestApi } from '../../support/api.js';
import { callCli } from '../../support/call-cli.js';
import { drawProgram } from '../../support/drawing.js';
import { FaxLine } from '../../support/fax-line.js';
import { FaxMachine, LOW } from '../../support/faxes.js';
import { ImapServer } from '../../support/imap-server.js';
import { FAXES, MAILS, TABLES, UPLOADS } from '../../support/malformed.js';
import { fieldsIn, type HttpAnswer, type Officer } from '../../support/officer.js';
import { problemOf } from '../../support/run-cli.js';
import { suiteNeeding } from '../../support/tools.js';

const AN_HOUR = 3600;
const MEGABYTE = 1024 * 1024;
/** Megabytes that the process which draws pages may have; 90 are usual, and at 768 it gives up. */
const OF_DRAWING = 400;
/** Megabytes by which the process may grow that everything comes through; 120 are usual. */
const OF_OURSELVES = 400;

/** The most memory that this process and those it has started had, while it looks: on Linux alone. */
class MemoryWatch {
  readonly #before = process.memoryUsage.rss() / MEGABYTE;
  readonly #timer = setInterval(() => this.#look(), 25);
  grown = 0;
  drawing = 0;

  #look(): void {
    this.grown = Math.max(this.grown, process.memoryUsage.rss() / MEGABYTE - this.#before);
    for (const pid of this.#children()) this.drawing = Math.max(this.drawing, this.#memoryOf(pid));
  }

  #children(): string[] {
    try {
      return readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').split(' ').filter(Boolean);
    } catch {
      return [];
    }
  }

  #memoryOf(pid: string): number {
    try {
      return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
    } catch {
      return 0;
    }
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}

/** Where something is that came in, and what is said of it. */
const endOf = ({ readable, findings }: IncomingView): string =>
  [readable ? 'inbox' : 'quarantine', ...new Set(findings.map(({ code }) => code))].join(' ').replace(' ', ': ');

/** Each of the faxes is looked at by programs of their own, and some are made to keep these busy. */
const FIFTEEN_MINUTES = 15 * 60_000;

suiteNeeding(
  'dovecot',
  'libtiff-tools',
  'netpbm',
)('what is malformed, at every door', () => {
  let api: TestApi;
  let clerk: Officer;
  let line: FaxLine;
  let machine: FaxMachine;
  let server: ImapServer;
  let tools: WorkerTools;
  let memory: MemoryWatch;
  let faxes: ReadonlyMap<string, IncomingView>;
  const mails = new Set<string>();
  const complaints: unknown[] = [];

  const listed = async (source: string): Promise<string[]> =>
    ((await clerk.get(`/incoming?source=${source}&limit=200`)).body as IncomingList).items.map(({ id }) => id);
  const view = async (id: string): Promise<IncomingView> => (await clerk.get(`/incoming/${id}`)).body as IncomingView;
  const inbox = async (source: string): Promise<IncomingView[]> => Promise.all((await listed(source)).map(view));

  beforeAll(async () => {
    api = await startTestApi({ today: '2026-05-08' });
    clerk = await api.officer('clerk.bureau');
    [line, machine, server] = [new FaxLine(api), new FaxMachine(), await ImapServer.open()];
    const { databaseUrl, clock, settings } = api;
    const env = { IMAP_URL: server.url, MAIL_ORGAN: 'bureau', DATA_DIR: settings.dataDir, SECRET_KEY: settings.secretKeys[0] };
    const complain = (error: unknown): void => void complaints.push(error);
    tools = openTools({ settings: readSettings(env), databaseUrl, clock, drawProgram, complain }, 4);
    memory = new MemoryWatch();
  });
  afterAll(async () => {
    memory.stop();
    await tools.bell.close();
    await tools.pool.close();
    await server.close();
    await line.close();
    await api.stop();
    rmSync(machine.folder, { recursive: true });
  });

  describe('as a fax', () => {
    beforeAll(async () => {
      const names = ['one', 'two', 'three'];
      for (const name of names) machine.page(name, `page ${name}: I ask for the ledger of 2025`);
      machine.page('small', 'small', LOW);
      const letter = machine.copy('letter', names, '-c g4');
      for (const [what, , make] of FAXES) line.put(`${what}.tif`, make(letter, machine), AN_HOUR);
      await line.takeIn();
      faxes = new Map((await inbox('fax')).map((fax) => [fax.subject?.replace(/\.tif$/, '') ?? '', fax]));
    }, FIFTEEN_MINUTES);

    it.each(FAXES.map(([what, end]) => [what, end] as const))('%s ends in the %s', (what, end) => {
      const fax = faxes.get(what);
      expect(fax === undefined ? 'nowhere' : endOf(fax)).toBe(end);
    });

    it('twice is there once, and told; with another time in it, it names the first', async () => {
      const letter = machine.read('letter.tif');
      line.put('first.tif', letter, AN_HOUR);
      await line.takeIn();
      line.put('second.tif', letter, AN_HOUR - 60);
      await line.takeIn();
      machine.mistag('letter', 'dated', 306, '2026:05:08 08:59:00');
      line.put('third.tif', machine.read('dated.tif'), AN_HOUR - 120);
      await line.takeIn();
      const all = await inbox('fax');
      const found = all.filter(({ subject }) => subject === 'first.tif' || subject === 'second.tif');
      expect(found).toMatchObject([{ cameAgain: 1, pages: 3, readable: true }]);
      const third = all.find(({ subject }) => subject === 'third.tif');
      expect(third?.samePages).toContainEqual({ id: found[0]?.id, arrivedAt: found[0]?.arrivedAt });
      const whole = ['first.tif', 'third.tif', 'pages that go in a circle.tif'];
      expect(all.filter(({ resent, subject }) => resent && !whole.includes(subject ?? ''))).toEqual([]);
      expect(line.complaints).toEqual([]);
    });
  });

  it.each(MAILS)('as a mail: %s ends in the %s', async (_what, end, content) => {
    await server.deliver(content, api.clock.now());
    await rounds.mails?.work(tools);
    const ids = (await listed('email')).filter((id) => !mails.has(id));
    const fresh = await Promise.all(ids.map(view));
    expect(fresh.map(endOf)).toEqual(end === 'there already' ? [] : [end]);
    for (const id of ids) mails.add(id);
  });

  it.each(UPLOADS)('as a file that is handed in: %s is %s', async (_what, end, [name, content]) => {
    const answer = await clerk.upload('/files', new File([content], name));
    const told = answer.status === 201 ? `kept as ${(answer.body as FileView).mime}` : `refused: ${fieldsIn(answer).join()}`;
    expect(told).toBe(end);
  });

  describe('as a table', () => {
    const refusalIn = (answer: HttpAnswer): string =>
      answer.status < 300 ? 'read' : `refused: ${fieldsIn(answer).join().replace('file ', '')}`;

    it.each(TABLES)('of the hotline: %s is %s', async (_what, end, content) => {
      const answer = await clerk.upload('/work-orders?preview=true', new File([content], '工单.csv', { type: 'text/csv' }));
      expect(refusalIn(answer)).toBe(end);
    });

    it.each(TABLES)('of an old register: %s is %s', async (_what, end, content) => {
      const { databaseUrl: DATABASE_URL, settings } = api;
      const file = path.join(machine.folder, 'register.csv');
      writeFileSync(file, content);
      const env = { DATABASE_URL, TODAY: '2026-05-08', DATA_DIR: settings.dataDir, SECRET_KEY: settings.secretKeys[0] };
      const run = await callCli(['import', 'register', file, '--organ', 'bureau', '--dry-run'], '', env);
      const told =
        run.stdout === ''
          ? `refused: ${problemOf(run)
              .fields.map(({ code }) => code)
              .join()}`
          : 'read';
      expect(told).toBe(end);
    });
  });

  it('all of it goes through processes that are still there, and none of them has grown beyond its bounds', async () => {
    const before = (await listed('email')).length;
    await server.deliver('Subject: the next\r\n\r\nI ask for the ledger', api.clock.now());
    await rounds.mails?.work(tools);
    expect((await listed('email')).length).toBe(before + 1);
    expect(complaints).toEqual([]);
    expect(memory.drawing).toBeLessThan(OF_DRAWING);
    expect(memory.grown).toBeLessThan(OF_OURSELVES);
  });
});
