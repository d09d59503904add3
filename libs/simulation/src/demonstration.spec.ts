import { localDate } from '@gongkai/calendar';
import { lawShelf } from '@gongkai/casework';
import { planDemonstration } from './demonstration.js';
import type { Plan } from './plan.js';

const law = lawShelf('config').lawOf('cn-ogi-711', localDate('2026-01-05'));
const planFor = (today: string): Plan => planDemonstration('config', law, localDate(today));

test.each(['2021-03-01', '2026-02-24', '2026-11-25', '2027-03-10'])(
  'on %s most cases are under way and some still to come',
  (today) => {
    const { cases } = planFor(today);
    expect(cases.length).toBeGreaterThan(50);
    const logged = cases.filter(({ script }) => script.loggedOn <= today);
    expect(logged).toHaveLength(cases.length);
    const open = logged.filter(({ script }) => script.steps.some(({ day, type }) => day > today && type !== 'file'));
    expect(open.length).toBeGreaterThan(40);
    const received = cases.filter(({ course }) => course.receivedOn <= today);
    expect(received.length).toBeLessThan(cases.length);
  },
);

test('on a day off it is that of the last working day', () => {
  const receivedOn = ({ cases }: Plan): string[] => cases.map(({ course }) => course.receivedOn);
  // 2026-10-01 to 07 are the National Day holiday.
  expect(receivedOn(planFor('2026-10-05'))).toEqual(receivedOn(planFor('2026-09-30')));
});

test('where no calendar reaches there are no cases, rather than wrong days', () => {
  expect(planFor('2019-02-01').cases).toEqual([]);
});
