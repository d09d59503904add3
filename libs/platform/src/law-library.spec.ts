import { Refusal } from '@gongkai/contracts';
import { LawLibrary } from './law-library.js';

const library = new LawLibrary();

/** What a call refuses, as `path code`. */
function refused(call: () => unknown): string[] {
  try {
    call();
  } catch (error) {
    if (error instanceof Refusal) return error.fields.map(({ path, code }) => `${path} ${code}`);
    throw error;
  }
  return [];
}

describe('the law library', () => {
  it('knows the shipped pack and its calendar, and reads each once', () => {
    expect(library.statute().law.id).toBe('cn-ogi-711');
    expect(library.statute('cn-ogi-711')).toBe(library.statute());
    expect(library.calendar('cn')).toBe(library.statute().calendar);
  });

  it.each(['grounds', 'no-such-law', '../grounds', 'cn-ogi-711.yaml', '', '.'])('has no statute %j', (id) => {
    expect(refused(() => library.statute(id))).toEqual(['statute unknown-statute']);
  });

  it.each(['mars', '..', 'cn/2026', ''])('has no calendar %j', (region) => {
    expect(refused(() => library.calendar(region))).toEqual(['calendar unknown-calendar']);
  });
});
