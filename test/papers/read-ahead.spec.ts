import { Readable } from 'node:stream';
import type { Command } from '@gongkai/contracts';
import { looking, readAhead } from '../../libs/correspondence/src/brought/looked-at.js';

/** What reads the files of a step, and which of them were read. */
function reading(command: object) {
  const read: string[] = [];
  const store = {
    read: (id: string) => {
      read.push(id);
      return Promise.resolve(Readable.from([Buffer.from('a scan')]));
    },
  };
  const look = looking(command as Command, {
    store,
    redactor: {
      burn: () => Promise.resolve({ pages: [], unreadable: 1 }),
      look: () => Promise.resolve({ pages: [], unreadable: 1 }),
    },
  });
  return { look, read };
}

const STAMP = { type: 'addStamped', noticeId: 'notice-1', fileIds: ['scan'] };

test('of a step that is refused no file is read; of one that is not each is, before the case is held', async () => {
  const { look, read } = reading(STAMP);
  if (look === null) throw new Error('Nothing to look at.');
  await readAhead(look, () => Promise.reject(new Error('refused')));
  expect(read).toEqual([]);
  await readAhead(look, () => Promise.resolve());
  expect(new Set(read)).toEqual(new Set(['scan']));
  const times = read.length;
  expect(await look()).toMatchObject({ stamped: { noticeId: 'notice-1' } });
  expect(read).toHaveLength(times);
});

test('a step that sends no file has nothing to be looked at', () => {
  expect(reading({ type: 'accept' }).look).toBeNull();
  expect(reading({ ...STAMP, fileIds: [] }).look).toBeNull();
});
