import { DatabaseError } from 'pg';
import { refusalOf } from './refusal-of.js';

const failed = (code: string): DatabaseError => Object.assign(new DatabaseError('failed', 6, 'error'), { code });

describe('what the database says', () => {
  it.each(['55P03', '40P01'])(
    'a row that others hold (%s) is no failure of ours: the same may go through in a moment',
    (code) => {
      expect(refusalOf(failed(code))?.code).toBe('busy');
    },
  );

  it('anything else is one', () => {
    expect(refusalOf(failed('23505'))).toBeUndefined();
  });
});
