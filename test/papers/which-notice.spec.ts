import { noticeOf } from '../../libs/correspondence/src/values/telling.js';
import { tellingOf } from './worked-case.js';

test('a letter that is asked for is told of itself, and not of the last one of its kind', () => {
  const { matter } = tellingOf('correction');
  const notice = noticeOf({ kind: 'correction', matter });
  if (notice === undefined) throw new Error('There is none.');
  const { now } = matter.reckoned;
  const notices = [...now.file.notices, { ...notice, id: 'the next one' }];
  const several = { ...matter, reckoned: { ...matter.reckoned, now: { ...now, file: { ...now.file, notices } } } };
  const asked = (about?: string) => noticeOf({ kind: 'correction', matter: several, about })?.id;
  expect([asked(notice.id), asked('the next one'), asked(), asked('nobody')]).toEqual([
    notice.id,
    ...['the next one', 'the next one', 'the next one'],
  ]);
});
