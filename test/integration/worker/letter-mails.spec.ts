import type { JournalPage } from '@gongkai/contracts';
import { readSettings } from '@gongkai/platform';
import { startWork } from '../../../apps/worker/src/work.js';
import { drawProgram } from '../../support/drawing.js';
import { eventually } from '../../support/eventually.js';
import { LetterOffice } from '../../support/letter-office.js';
import { queueBackends, type TestQueues } from '../../support/queue-backends.js';

describe.each(queueBackends.map((backend) => [backend.backend, backend] as const))(
  'a letter by e-mail on %s',
  (_name, { suite, open }) => {
    suite('goes through the worker', () => {
      let office: LetterOffice;
      let queues: TestQueues;
      let stop: () => Promise<void>;
      beforeAll(async () => {
        office = await LetterOffice.open();
        const { databaseUrl, settings, clock } = office.api;
        queues = await open(databaseUrl);
        const { backend, url } = queues.place;
        const queue = backend === 'redis' ? { QUEUE_BACKEND: backend, REDIS_URL: url } : {};
        const ofWorker = {
          SMTP_URL: office.server.url,
          DATA_DIR: settings.dataDir,
          SECRET_KEY: settings.secretKeys[0],
          ...queue,
        };
        stop = startWork({
          settings: readSettings(ofWorker),
          databaseUrl,
          clock,
          drawProgram,
          complain: (error) => office.errors.push(String(error)),
        });
      });
      afterAll(async () => {
        await stop();
        await queues.stop();
        await office.close();
      });

      it('from the outbox to the mail server, and its end stands in the case', async () => {
        const { id } = await office.accepted();
        await office.correct(id);
        await eventually(async () => expect(await office.mails(id)).toMatchObject([{ state: 'sent', tries: 1 }]));
        expect(office.server.letters.map(({ attachments }) => attachments.length)).toEqual([1]);
        await eventually(async () => {
          const { items } = (await (await office.as('caseworker')).get(`/cases/${id}/journal?limit=50`)).body as JournalPage;
          const notes = items.filter(({ type }) => type === 'NOTED').map(({ actor, fact }) => `${actor} ${String(fact.text)}`);
          expect(notes).toEqual([
            expect.stringMatching(/^clock 《补正告知书》.*发至l\*\*\*@example\.net，附件1个.*邮件服务器：250/u),
          ]);
        });
        expect(office.errors).toEqual([]);
      });
    });
  },
);
