import { noRemedyOf } from '@gongkai/lifecycle';
import { idOf, Life, type StepInput } from '../support/life.js';
import { acceptedOn, correctionAsked, REFUSED, served, signed } from '../support/roads.js';

const REMEDIES = ['recordComplaint', 'recordReconsiderationCopy', 'recordSuitCopy'] as const;

const after = (life: Life, step: StepInput): Life => {
  life.on('2026-02-10').take(step);
  return life;
};
const WITHDRAW = { type: 'withdraw', how: 'letter' } as const;
const withdrawn = (): Life => after(acceptedOn('2026-02-09'), WITHDRAW);
const neverConfirmed = (): Life => after(new Life({ channel: 'ordinary_mail', arrivedOn: '2026-02-09' }), WITHDRAW);
const voided = (): Life => after(acceptedOn('2026-02-09'), { type: 'voidCase', reason: 'typed twice' });
const merged = (): Life => after(acceptedOn('2026-02-09'), { type: 'merge', intoCaseId: 'another' });

/** Paper that came about a case that ended without a reply is on record like any other (REG 51). */
describe('a case that ended without a reply', () => {
  test.each([
    ['withdrawn', withdrawn],
    ['withdrawn before its receipt was confirmed', neverConfirmed],
    ['no application', voided],
    ['merged', merged],
  ])('%s: complaint, reconsideration and suit are recorded, answered and closed', (_, ended) => {
    for (const type of REMEDIES) {
      const life = ended().on('2026-03-02');
      expect(life.steps().permitted.map((step) => step.type)).toContain(type);
      const remedyId = idOf(life.take({ type }));
      life.on('2026-03-04').take({ type: 'answerRemedy', remedyId });
      expect(life.now.file.remedies).toMatchObject([{ openedOn: '2026-03-02', answeredOn: '2026-03-04' }]);
      expect(life.standing.state).toBe('closed');
      expect(life.replayed()).toEqual(life.now);
    }
  });

  test('what was ordered of it opens a round that is answered like any other', () => {
    const life = withdrawn().on('2026-03-02');
    life.take({ type: 'recordReconsiderationCopy' });
    life.on('2026-04-01').take({ type: 'recordReconsiderationDecision', result: 'ordered', actAnew: true });
    expect(life.standing.state).toBe('accepted');
    expect(life.ledger).toMatchObject({ receivedOn: '2026-04-01', clock: 'running' });
  });
});

describe('a case that is over tells why there is no period for a remedy', () => {
  const why = ({ now, others, standing }: Life) => noRemedyOf(now.file, others, standing.state);

  test.each([
    ['withdrawn', withdrawn],
    ['merged', merged],
    ['voided', voided],
  ])('%s', (reason, ended) => expect(why(ended())).toBe(reason));

  test('an open one and one that was answered or abandoned say nothing: their periods are told', () => {
    const open = acceptedOn('2026-02-09');
    const answered = served(signed(acceptedOn('2026-02-09'), '2026-03-05', [REFUSED]), '2026-03-06', '2026-03-10');
    const abandoned = acceptedOn('2026-02-09');
    correctionAsked(abandoned, '2026-02-10', '2026-02-11');
    abandoned.on('2026-04-15').take({ type: 'closeAbandoned', cause: 'correction', unproven: 'lost' });
    expect([open, answered, abandoned].map(why)).toEqual([null, null, null]);
    expect([answered, abandoned].map(({ others }) => others.filter(({ whose }) => whose === 'applicant').length)).toEqual([1, 2]);
  });
});
