import { everybody } from '../support/life.js';
import { acceptedOn, GRANTED, signed } from '../support/roads.js';

const ASK = {
  type: 'askUnit',
  unit: 'the archive',
  person: 'the-archivist',
  task: 'the ledger of 2024',
  workingDays: 3,
} as const;

test('several units are asked, each until a day of its own; nobody waits for them once the reply has left', () => {
  const life = acceptedOn('2025-06-03');
  const due = life.ledger.finalDue;
  life.take(ASK);
  life.take({ ...ASK, unit: 'the inspectors', person: 'the-inspector', workingDays: 5 });
  const [first, second] = life.now.file.unitRequests;
  const watched = () => life.watched.filter(({ deadline }) => deadline === 'unitDue').map((one) => [one.about, one.due]);
  expect(watched()).toEqual([
    [first?.id, '2025-06-06'],
    [second?.id, '2025-06-10'],
  ]);
  // Internal: no date of the law moves (GC26).
  expect(life.ledger.finalDue).toBe(due);
  life.on('2025-06-05').take({ type: 'recordUnitAnswer', requestId: first?.id, answer: 'found' });
  expect(watched()).toEqual([[second?.id, '2025-06-10']]);
  const again = { type: 'recordUnitAnswer', requestId: first?.id, answer: 'found' } as const;
  expect(life.refusal(again)).toEqual({ code: 'invalid-request', fields: ['requestId unknown-request'] });
  signed(life, '2025-06-06', [GRANTED]).take({ type: 'dispatch', mode: 'ems', trackingNumber: 'EA000001903CN' });
  expect(watched()).toEqual([]);
  expect(life.replayed()).toEqual(life.now);
});

test('nobody asks themselves to help', () => {
  const life = acceptedOn('2025-06-03');
  expect(life.refusal({ ...ASK, person: 'everybody' }, everybody)).toEqual({
    code: 'invalid-request',
    fields: ['person asks-oneself'],
  });
});

test('nobody is asked for the same help again while they have not answered', () => {
  const life = acceptedOn('2025-06-03');
  life.take(ASK);
  life.on('2025-06-04');
  const twice = { code: 'invalid-request', fields: ['task asked-already'] };
  expect(life.refusal(ASK)).toEqual(twice);
  expect(life.refusal({ ...ASK, unit: 'the records office', task: 'the  ledger of 2024 ' })).toEqual(twice);
  life.take({ ...ASK, task: 'the ledger of 2023' });
  life.take({ ...ASK, person: 'another' });
  life.take({ type: 'recordUnitAnswer', requestId: life.now.file.unitRequests[0]?.id, answer: 'not all of it' });
  life.take(ASK);
  expect(life.now.file.unitRequests).toHaveLength(4);
});
