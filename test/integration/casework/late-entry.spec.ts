import { localDate } from '@gongkai/calendar';
import { CaseFilters, parseInput, type Command } from '@gongkai/contracts';
import { verifyReplay } from '@gongkai/casework';
import { atTheCounter, Office } from './office.js';

let office: Office;
beforeEach(async () => {
  office = await Office.open();
});
afterEach(() => office.close());

const step = (id: string, role: string, command: Command) => office.step(id, `${role}.district`, command);

/** Received on 2 March 2026, due on 30 March; on 2 April somebody types an extension of March. */
async function enteredLate() {
  office.on('2026-03-02');
  const { id } = await office.log(atTheCounter('2026-03-02'), 'clerk.district');
  await step(id, 'caseworker', { type: 'accept' });
  office.on('2026-04-02');
  await step(id, 'caseworker', { type: 'proposeExtension', workingDays: 10, reason: '卷宗较多', on: localDate('2026-03-27') });
  return step(id, 'approver', { type: 'approveExtension', dispatchedOn: localDate('2026-03-30') });
}

test('an extension that is typed after the due day is told to whom looks over the work, with its list, until somebody else confirms it', async () => {
  const { id, light, toConfirm } = await enteredLate();
  expect(light).not.toBe('overdue');
  const by = office.person('approver.district').id;
  expect(toConfirm).toMatchObject([
    { reason: 'entered-late', unproven: true },
    { by, unproven: true },
  ]);
  const overview = async () => {
    const supervisor = office.person('supervisor.district');
    const { enteredLate: counted } = (await office.queries.dashboard(supervisor, {})).toConfirm;
    const { total } = await office.queries.count(supervisor, parseInput(CaseFilters, counted.filters));
    return [counted.total, total];
  };
  expect(await overview()).toEqual([1, 1]);
  const { items } = await office.queries.journal(office.person('supervisor.district'), id, { limit: 50 });
  expect(items.filter(({ fact }) => fact.enteredLate === true).map(({ type }) => type)).toEqual([
    'EXTENSION_PROPOSED',
    'EXTENSION',
  ]);
  const noticeId = (await office.queries.view(office.person('caseworker.district'), id)).notices.at(-1)?.id ?? '';
  await step(id, 'caseworker', { type: 'recordService', noticeId, how: 'EMS签收' });
  expect((await verifyReplay(office)).differences).toEqual([]);
});
