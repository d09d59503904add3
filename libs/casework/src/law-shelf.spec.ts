import { localDate } from '@gongkai/calendar';
import { lawShelf } from './law-shelf.js';

const shelf = lawShelf('config');

describe('the law of a case', () => {
  it.each(['2019-06-03', '2020-12-31', '2026-03-09'])(
    'on %s charges no fee: there was none before 2021, and charging is optional',
    (on) => {
      expect(shelf.lawOf('cn-ogi-711', localDate(on)).feeEnabled).toBe(false);
    },
  );
});
