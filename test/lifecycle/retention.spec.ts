import { withRules } from '@gongkai/statutes';
import { LAW, Life } from '../support/life.js';
import { atCounter } from '../support/play.js';
import { acceptedOn, served, signed } from '../support/roads.js';

const FILE = { type: 'file', unproven: 'the slips lie in the paper folder' } as const;
const offered = (life: Life): unknown => life.steps().permitted.find(({ type }) => type === 'file')?.retention;
const answered = (): Life => served(signed(acceptedOn('2026-03-02'), '2026-03-10'), '2026-03-11', '2026-03-12');

describe('how long a case is kept', () => {
  test('is filled in from the table, and whoever files may keep it longer', () => {
    const life = answered();
    expect(offered(life)).toBe('10_years');
    expect(life.take(FILE).fact).toMatchObject({ type: 'FILED', retention: '10_years' });
    expect(answered().take({ ...FILE, retention: 'permanent' }).fact).toMatchObject({ retention: 'permanent' });
  });

  test('is longer where it was taken to reconsideration or court, and not shortened', () => {
    const life = answered().on('2026-03-20');
    life.take({ type: 'recordReconsiderationCopy', track: 'summary' });
    life.on('2026-04-20').take({ type: 'recordReconsiderationDecision', result: 'upheld' });
    expect(offered(life)).toBe('30_years');
    expect(life.refusal({ ...FILE, retention: '10_years' })).toMatchObject({
      code: 'invalid-request',
      fields: ['retention retention-too-short'],
    });
    expect(life.take(FILE).fact).toMatchObject({ retention: '30_years' });
  });

  test('is lifted where it is taken to reconsideration or court after filing, and never shortened', () => {
    const filed = (retention?: string): Life => {
      const life = answered();
      life.take(retention === undefined ? FILE : { ...FILE, retention });
      return life.on('2026-03-20');
    };
    const sued = filed();
    expect(sued.take({ type: 'recordSuitCopy' }).fact).toMatchObject({ retention: '30_years' });
    expect(sued.now.file).toMatchObject({ filedOn: '2026-03-12', retention: '30_years' });
    expect(sued.replayed()).toEqual(sued.now);
    const life = filed();
    expect(life.take({ type: 'recordReconsiderationCopy' }).fact).toMatchObject({ retention: '30_years' });
    expect(life.on('2026-03-24').take({ type: 'recordReconsiderationCopy' }).fact).not.toHaveProperty('retention');
    const forGood = filed('permanent');
    expect(forGood.take({ type: 'recordSuitCopy' }).fact).not.toHaveProperty('retention');
    expect(forGood.now.file.retention).toBe('permanent');
    expect(filed().take({ type: 'recordComplaint' }).after.file.retention).toBe('10_years');
  });

  test('is what the table of the office says, also of what was never answered', () => {
    const table = { answered: 'permanent', unanswered: '30_years', remedied: 'permanent' } as const;
    const statute = withRules(LAW.statute, { 'archive.retention': table });
    const life = new Life(atCounter('2026-03-02'), { law: { ...LAW, statute } });
    life.take({ type: 'withdraw', how: 'by telephone' });
    expect(life.take({ type: 'file' }).fact).toMatchObject({ retention: '30_years' });
  });
});
