import { replay, situationIn, type CaseNow, type JournalFact } from '@gongkai/lifecycle';
import { createMachine, transition, type AnyStateMachine, type StateValue } from 'xstate';
import { caseMachine, MACHINE_VERSION } from '../../libs/lifecycle/src/case.machine.js';
import { openingsOf } from '../../libs/lifecycle/src/chart.js';
import { fold, openFile } from '../../libs/lifecycle/src/fold.js';
import { LAW, Life } from '../support/life.js';
import { acceptedOn, correctionAsked, feeAsked, served, signed } from '../support/roads.js';

/** The chart as an earlier version might have had it: registration was called logging, a signed reply was ready. */
const RENAMED = { registered: 'logged', signed: 'ready' } as const;

function earlierChart(): AnyStateMachine {
  const text = Object.entries(RENAMED).reduce(
    (config, [now, then]) => config.replaceAll(`"${now}"`, `"${then}"`).replaceAll(`.${now}"`, `.${then}"`),
    JSON.stringify({ ...caseMachine.config, context: {} }),
  );
  return createMachine(JSON.parse(text) as object, caseMachine.implementations as never);
}

/** What was stored while the earlier chart was in force. */
function storedThen(journal: readonly JournalFact[]): {
  machineVersion: number;
  now: { file: CaseNow['file']; value: StateValue };
} {
  const chart = earlierChart();
  const [first, ...rest] = journal;
  if (first?.fact.type !== 'APPLICATION_RECEIVED') throw new Error('A journal begins with the application');
  let file = openFile(first.fact, first);
  const move = (value: StateValue, type: string): StateValue =>
    transition(chart, chart.resolveState({ value, context: situationIn(file, LAW) }), { type })[0].value as StateValue;
  let value = move('unconfirmed', first.fact.type);
  for (const entry of rest) {
    value = move(value, entry.fact.type);
    file = fold(file, entry.fact, entry);
  }
  return { machineVersion: MACHINE_VERSION - 1, now: { file, value } };
}

const registered = (): Life => {
  const life = new Life({ channel: 'in_person', submittedOn: '2025-03-03' });
  life.take({ type: 'register' });
  correctionAsked(life, '2025-03-04', '2025-03-05');
  return life;
};

describe('a case stored under an earlier chart', () => {
  test.each([
    ['registered, with a correction awaited', registered, { open: { course: 'logged', correction: 'awaiting' } }],
    ['with a signed reply', () => signed(acceptedOn('2025-03-03'), '2025-03-10'), 'ready'],
  ] as const)('%s is brought over by replaying its journal', (_name, open, valueThen) => {
    const life = open();
    const stored = storedThen(life.journal);
    expect(stored.machineVersion).not.toBe(MACHINE_VERSION);
    expect({ value: stored.now.value }).toMatchObject({ value: valueThen });
    expect(() => openingsOf(stored.now.value, situationIn(stored.now.file, LAW))).toThrow();
    expect(replay(life.journal, LAW)).toEqual(life.now);
  });

  test('one that is closed needs no bringing over, and keeps what it was', () => {
    const life = served(signed(acceptedOn('2025-03-03'), '2025-03-10'), '2025-03-10', '2025-03-12');
    expect(storedThen(life.journal).now).toEqual(replay(life.journal, LAW));
  });
});

describe('a journal', () => {
  test('begins with the application', () => {
    const [, ...rest] = registered().journal;
    expect(() => replay(rest, LAW)).toThrow('A journal begins with the application');
    expect(() => replay([], LAW)).toThrow('A journal begins with the application');
  });

  test('tells a corrected fact as it was corrected, from the beginning, and keeps both', () => {
    const life = acceptedOn('2025-03-03').on('2025-03-05');
    const receipt = { channel: 'in_person', submittedOn: '2025-02-28' };
    life.take({ type: 'correctFact', entryId: 'entry-1', fields: { receipt }, reason: 'the stamp says Friday' });
    const told = life.replayed();
    expect(told.value).toEqual(life.now.value);
    expect(told.file.receipt).toEqual(receipt);
    expect(life.journal.map(({ fact }) => fact.type)).toEqual(['APPLICATION_RECEIVED', 'ACCEPTED', 'FACT_CORRECTED']);
  });

  test('of a time when the office charged fees tells the same when it does no more', () => {
    const life = acceptedOn('2025-03-03');
    feeAsked(life, '2025-03-04', '2025-03-05');
    expect(replay(life.journal, { ...LAW, feeEnabled: false })).toEqual(life.now);
  });

  test('read twice tells the same', () => {
    const life = registered();
    expect(life.replayed()).toEqual(life.replayed());
  });
});
