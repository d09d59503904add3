import { sendLetter } from '@gongkai/casework';
import type { CaseView, LetterMail, LetterMails } from '@gongkai/contracts';
import { FileStore, JobRunner, Mailer, Sealer } from '@gongkai/platform';
import { startTestApi, type TestApi } from './api.js';
import { application, open, step } from './applications.js';
import { idleProcessors } from './idle-processors.js';
import { MailServer } from './mail-server.js';
import type { HttpAnswer, Officer } from './officer.js';

const PUBLIC_URL = 'http://office.example.org';
const email = 'li.mingyuan@example.net';

/** An office that has a mail server, and applicants who want their letters by e-mail. */
export class LetterOffice {
  readonly errors: string[] = [];

  private constructor(
    readonly api: TestApi,
    readonly server: MailServer,
    readonly mailer: Mailer,
  ) {}

  static readonly email = email;

  static async open(env: Readonly<Record<string, string>> = {}): Promise<LetterOffice> {
    const server = await MailServer.open();
    const api = await startTestApi({ publicUrl: PUBLIC_URL, env: { SMTP_URL: server.url, ...env } });
    return new LetterOffice(api, server, new Mailer(server.url, 'gongkai@office.example.org'));
  }

  async close(): Promise<void> {
    this.mailer.close();
    await this.api.stop();
    await this.server.close();
  }

  as(role: string): Promise<Officer> {
    return this.api.officer(`${role}.bureau`);
  }

  /** A case whose applicant gave an address, and wants letters there. */
  async accepted(change: object = {}): Promise<CaseView> {
    const { applicant } = application();
    const clerk = await this.as('clerk');
    const { id } = await open(clerk, {
      applicant: { ...applicant, email },
      delivery: 'email',
      wantedForm: 'electronic',
      ...change,
    });
    await step(await this.as('caseworker'), id, { type: 'accept' });
    return step(await this.as('caseworker'), id, { type: 'claim' });
  }

  /** Makes a correction notice that leaves at once. */
  async correct(id: string, change: object = {}): Promise<HttpAnswer> {
    const command = { type: 'sendCorrectionNotice', missing: '哪一年的台账', mode: 'email', ...change };
    return (await this.as('caseworker')).post(`/cases/${id}/commands`, command);
  }

  async mails(id: string): Promise<LetterMail[]> {
    return ((await (await this.as('caseworker')).get(`/cases/${id}/letter-mails`)).body as LetterMails).items;
  }

  /** Runs the jobs that wait, so many times; how they were sent does not matter. */
  async work(times = 1, mailer: Pick<Mailer, 'send'> = this.mailer): Promise<void> {
    const { services, settings, clock } = this.api;
    const { pool, source } = services;
    const store = new FileStore(settings.dataDir);
    const parts = { pool, clock, store, sealer: Sealer.of(settings), mailer, publicUrl: PUBLIC_URL };
    const processors = {
      ...idleProcessors,
      'send-letter': (job, run) => sendLetter(job, run, parts),
    } as typeof idleProcessors;
    const runner = new JobRunner({ pool, processors, onError: (error) => this.errors.push(String(error)) });
    const jobs = await source.query<{ id: string }[]>(`SELECT id FROM outbox WHERE job = 'send-letter' AND done_at IS NULL`);
    for (let time = 0; time < times; time += 1) for (const { id } of jobs) await runner.run({ id, deaths: 0 });
  }
}
