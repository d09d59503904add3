import { localDate } from '@gongkai/calendar';
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

  it('still counts by an earlier edition what ended under it', () => {
    const own = new LawLibrary();
    const holidays = [{ name: '纪念日', from: localDate('2026-03-12') }];
    const version = {
      version: 7,
      notice: '国办发明电〔2026〕2号',
      issuedOn: localDate('2026-03-02'),
      holidays,
      makeupWorkdays: [],
    };
    const imported = [{ region: 'cn', year: 2026, version, since: 1, until: 2 }];
    const isOff = (edition?: number): boolean =>
      own.statute('cn-ogi-711', undefined, edition).calendar.offReason(localDate('2026-03-12')) !== null;
    own.adopt(1, imported);
    expect([isOff(), isOff(0), isOff(1)]).toEqual([true, false, true]);
    own.adopt(2, imported);
    expect([isOff(), isOff(0), isOff(1), isOff(2)]).toEqual([false, false, true, false]);
  });
});
