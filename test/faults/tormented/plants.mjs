import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const ORPHAN = 'f'.repeat(64);

/** Faults as a program could have them, each with the list in which the checker has to find it, and there by what. */
export const PLANTS = [
  {
    name: 'an entry of which nobody is told',
    found: 'untold',
    plant: (office) => office.ask(`DELETE FROM outbox WHERE id = (SELECT id FROM outbox WHERE job = 'case-changed' LIMIT 1)`),
  },
  {
    name: 'a job that never ends',
    found: 'stuck',
    plant: (office) => office.ask('UPDATE outbox SET done_at = NULL WHERE id = (SELECT id FROM outbox LIMIT 1)'),
  },
  {
    name: 'an acknowledgement before the commit',
    found: 'lost',
    plant: (office) => office.acknowledge(randomUUID()),
  },
  {
    name: 'an answer over HTTP before the commit',
    found: 'unkept',
    plant: (office) => office.answer({ caseId: randomUUID(), version: 1 }),
  },
  {
    name: 'a reminder that is lost',
    found: 'differs',
    is: (line) => line.startsWith('reminders -1 '),
    plant: (office) =>
      office.ask(`DELETE FROM notification WHERE id = (SELECT id FROM notification WHERE kind = 'reminder' LIMIT 1)`),
  },
  {
    name: 'a request that the report of the year does not count',
    found: 'differs',
    is: (line) => line.startsWith('figures -1 b.new_received.total '),
    plant: (office) =>
      office.ask('UPDATE case_file SET received_on = received_on - 400 WHERE id = (SELECT max(id::text)::uuid FROM case_file)'),
  },
  {
    name: 'an entry that was changed afterwards',
    found: 'broken',
    plant: async (office) => {
      await office.ask('ALTER TABLE journal DISABLE TRIGGER USER');
      await office.ask(`UPDATE journal SET on_day = on_day + 1 WHERE id = (SELECT id FROM journal WHERE seq = 2 LIMIT 1)`);
    },
  },
  {
    name: 'a state that is not that of the journal',
    found: 'refolded',
    plant: (office) => office.ask(`UPDATE case_file SET state = 'accepted' WHERE id = (SELECT id FROM case_file LIMIT 1)`),
  },
  {
    name: 'a file that is lost',
    found: 'gone',
    plant: async (office) => {
      const [{ id }] = await office.ask('SELECT id FROM stored_file LIMIT 1');
      fs.rmSync(path.join(office.folder, 'files', id.slice(0, 2), id.slice(2, 4), id));
    },
  },
  {
    name: 'a file of which nobody knows',
    found: 'orphans',
    plant: (office) => fs.writeFileSync(path.join(office.folder, 'files', ORPHAN), ''),
  },
];
