import { everybody, type Life, LAW, personOf } from '../support/life.js';
import { acceptedOn } from '../support/roads.js';
import { openFile } from '../../libs/lifecycle/src/fold.js';
import { replay, type CaseFact, type JournalFact } from '@gongkai/lifecycle';

/** Logged at the counter days after it came, and nobody said why: the date of receipt rests on what was typed. */
function loggedLate(): Life {
  const life = acceptedOn('2025-03-03').on('2025-03-10');
  const { file } = life.now;
  life.now = {
    ...life.now,
    file: { ...file, lateReasonMissing: true, toConfirm: [{ entryId: 'entry-1', reason: 'logged-late', by: 'the-clerk' }] },
  };
  return life;
}

/** A caseworker has corrected the first entry, and a date moved. */
function corrected(): Life {
  const life = loggedLate();
  const { file } = life.now;
  const waiting = { entryId: 'entry-3', reason: 'fact-corrected', about: 'entry-1', by: 'the-caseworker' } as const;
  life.now = { ...life.now, file: { ...file, toConfirm: [waiting] } };
  return life;
}

const another = { ...personOf('clerk'), id: 'another-clerk' };

describe('an entry that waits for a second person', () => {
  test('logged late: another clerk, caseworker or approver confirms it, never who logged it', () => {
    const life = loggedLate();
    const step = { type: 'confirmFact', entryId: 'entry-1' } as const;
    expect(life.refusal(step, personOf('clerk'))).toEqual({ code: 'self-approval' });
    expect(life.steps(personOf('clerk')).refused).toContainEqual({
      type: 'confirmFact',
      code: 'self-approval',
      reason: 'Nobody approves their own draft, or confirms their own entry',
    });
    expect(life.steps(another).permitted).toContainEqual({
      type: 'confirmFact',
      subjects: [{ field: 'entryId', id: 'entry-1' }],
    });
    expect(life.refusal(step, personOf('reviewer'))).toEqual({ code: 'role-missing' });
    expect(life.take(step, another).fact).toEqual({ type: 'FACT_CONFIRMED', on: '2025-03-10', entryId: 'entry-1' });
    expect(life.now.file.toConfirm).toEqual([]);
    expect(life.refusal(step, another)).toEqual({ code: 'step-not-permitted', reason: 'nothing-to-confirm' });
  });

  test('what was logged is not rejected: its days are corrected', () => {
    expect(loggedLate().refusal({ type: 'confirmFact', entryId: 'entry-1', reject: 'no' }, another)).toEqual({
      code: 'invalid-request',
      fields: ['reject not-rejectable'],
    });
  });

  test('a correction that moves a date: an approver, and nobody else', () => {
    const life = corrected();
    const step = { type: 'confirmFact', entryId: 'entry-3' } as const;
    expect(life.refusal(step, another)).toEqual({ code: 'role-missing' });
    expect(life.steps(another).refused).toContainEqual({
      type: 'confirmFact',
      code: 'role-missing',
      reason: 'This step belongs to the approver',
    });
    const whoCorrected = { ...everybody, id: 'the-caseworker' };
    expect(life.refusal(step, whoCorrected)).toEqual({ code: 'self-approval' });
    expect(life.refusal({ ...step, entryId: 'entry-1' })).toEqual({
      code: 'invalid-request',
      fields: ['entryId unknown-entry'],
    });
    expect(life.take(step).fact).toMatchObject({ type: 'FACT_CONFIRMED' });
    expect(life.now.file.toConfirm).toEqual([]);
  });

  test('rejected, it is replayed away; a later correction of the same entry stands', () => {
    const told = (...facts: readonly CaseFact[]): string | undefined => {
      const entries = [acceptedOn('2025-03-03').journal[0]?.fact, ...facts].flatMap((fact, i): JournalFact[] =>
        fact ? [{ id: `entry-${String(i + 1)}`, actorId: 'the-caseworker', today: life.today, fact }] : [],
      );
      const { receipt } = replay(entries, LAW).file;
      return 'submittedOn' in receipt ? receipt.submittedOn : undefined;
    };
    const life = acceptedOn('2025-03-03');
    const correction = (submittedOn: string): CaseFact =>
      ({
        type: 'FACT_CORRECTED',
        entryId: 'entry-1',
        fields: { receipt: { channel: 'in_person', submittedOn } },
        reason: 'the stamp',
        moves: true,
      }) as const;
    const rejected: CaseFact = { type: 'FACT_RESTORED', on: life.today, entryId: 'entry-2', reason: 'it does not say so' };
    expect(told(correction('2025-02-28'))).toBe('2025-02-28');
    expect(told(correction('2025-02-28'), rejected)).toBe('2025-03-03');
    expect(told(correction('2025-02-28'), correction('2025-02-27'), rejected)).toBe('2025-02-27');
  });
});

describe('a reason for late logging', () => {
  test('is given afterwards, once', () => {
    const life = loggedLate();
    life.take({ type: 'giveLateReason', reason: 'it lay in the mail room' });
    expect(life.now.file.lateReasonMissing).toBe(false);
    expect(life.now.file.toConfirm).toHaveLength(1);
    expect(life.refusal({ type: 'giveLateReason', reason: 'again' })).toEqual({
      code: 'step-not-permitted',
      reason: 'no-late-reason-missing',
    });
  });

  test('is missing where the application says that it was logged late', () => {
    const fact = acceptedOn('2025-03-03').journal[0]?.fact;
    if (fact?.type !== 'APPLICATION_RECEIVED') throw new Error('A journal begins with the application');
    const entry = { id: 'entry-1', actorId: 'the-clerk', today: acceptedOn('2025-03-03').today };
    expect(openFile({ ...fact, loggedLate: true }, entry)).toMatchObject({ lateReasonMissing: true, toConfirm: [] });
    expect(openFile({ ...fact, loggedLate: true, settledByArrival: true }, entry)).toMatchObject({
      toConfirm: [{ entryId: 'entry-1', reason: 'logged-late', by: 'the-clerk' }],
    });
    expect(openFile(fact, entry)).toMatchObject({ lateReasonMissing: false, toConfirm: [] });
  });
});
