import { localDate } from '@gongkai/calendar';
import { CaseFilters, parseInput, type Command } from '@gongkai/contracts';
import { atTheCounter, Office } from './office.js';

const CASEWORKER = 'caseworker.bureau';

let office: Office;
beforeEach(async () => {
  office = await Office.open();
});
afterEach(() => office.close());

test('an answer that is owed in a case that is over is counted, and its list has the case', async () => {
  office.on('2026-03-02');
  const { id } = await office.log(atTheCounter('2026-03-02'));
  const step = (command: Command) => office.step(id, CASEWORKER, command);
  await step({ type: 'accept' });
  await step({ type: 'withdraw', how: '来函' });
  await step({ type: 'recordReconsiderationCopy', acceptedOn: localDate('2026-03-02') });
  office.on('2026-05-08');
  const supervisor = office.person('supervisor.bureau');
  const { answers } = await office.queries.dashboard(supervisor, {});
  for (const { total, filters } of [answers, answers.late]) {
    const { items } = await office.queries.list(supervisor, parseInput(CaseFilters, filters));
    expect([total, items.map((one) => one.id)]).toEqual([1, [id]]);
  }
});

test('an answer to a remedy is owed also while the case is open: its count is its list, and the turn tells it', async () => {
  office.on('2026-03-02');
  const { id } = await office.log(atTheCounter('2026-03-02'));
  const step = (command: Command) => office.step(id, CASEWORKER, command);
  await step({ type: 'accept' });
  const person = office.person(CASEWORKER);
  const owed = async () => {
    const { answers } = await office.queries.dashboard(office.person('supervisor.bureau'), {});
    for (const { total, filters } of [answers, answers.late])
      expect((await office.queries.list(person, parseInput(CaseFilters, filters))).items).toHaveLength(total);
    return [answers.total, answers.late.total];
  };
  // Twenty working days have passed, and nobody has answered.
  office.on('2026-04-07');
  await step({ type: 'recordReconsiderationCopy', acceptedOn: localDate('2026-04-07'), track: 'summary' });
  expect(await owed()).toEqual([1, 0]);
  const { turn } = await office.queries.view(person, id);
  expect(turn).toMatchObject({ step: 'decideItem', besides: { step: 'answerRemedy', due: '2026-04-14', daysLeft: 5 } });
  office.on('2026-04-14');
  expect(await owed()).toEqual([1, 0]);
  office.on('2026-04-15');
  expect(await owed()).toEqual([1, 1]);
  await step({ type: 'answerRemedy' });
  expect(await owed()).toEqual([0, 0]);
  expect((await office.queries.view(person, id)).turn).not.toHaveProperty('besides');
});
