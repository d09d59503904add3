import { DatabaseError } from 'pg';
import { isAway, refusalOf } from './refusal-of.js';

const failed = (code: string): DatabaseError => Object.assign(new DatabaseError('failed', 6, 'error'), { code });

describe('what the database says', () => {
  it.each(['55P03', '40P01'])(
    'a row that others hold (%s) is no failure of ours: the same may go through in a moment',
    (code) => {
      expect(refusalOf(failed(code))?.code).toBe('busy');
    },
  );

  it.each(['57P01', '57P03', '53300', 'ECONNREFUSED'])(
    'a database that takes nobody (%s), as while it is started again, is asked once more a moment later',
    (code) => {
      expect(refusalOf(failed(code))?.code).toBe('busy');
      expect(isAway(failed(code))).toBe(true);
    },
  );

  it.each(['57P02', 'ECONNRESET'])(
    'one that was cut off in the middle (%s) may have written: nobody is told that nothing was saved',
    (code) => {
      expect(refusalOf(failed(code))).toBeUndefined();
    },
  );

  it.each(['53100', 'ENOSPC', 'EDQUOT'])(
    'where no room is left on a disk (%s), nothing was saved, and who can make some is named',
    (code) => {
      expect(refusalOf(failed(code))?.code).toBe('storage-full');
    },
  );

  it('what is no text (22021) names nothing that is there', () => {
    expect(refusalOf(failed('22021'))?.code).toBe('not-found');
  });

  it('anything else is one', () => {
    expect(refusalOf(failed('23505'))).toBeUndefined();
  });
});
