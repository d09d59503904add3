import { Refusal, type CaseLedger } from '@gongkai/contracts';
import type { CaseFact, FactOf, FactType } from './facts.js';

type Service = FactOf<'CORRECTION_NOTICE_RECEIVED' | 'FEE_NOTICE_RECEIVED'>;

/** What stands against a wait: the chart at its stage, or the clock with the fact in it. */
type Against = {
  readonly isOpen: (fact: CaseFact) => boolean;
  /** @throws Refusal where the wait overlaps another one */
  readonly clockAfter: (fact: CaseFact) => CaseLedger['clock'];
};

const mayBeInVain = (type: FactType): type is Service['type'] =>
  type === 'CORRECTION_NOTICE_RECEIVED' || type === 'FEE_NOTICE_RECEIVED';

/** What the service of a notice can be recorded as: where it cannot begin a wait, as service all the same. */
export const servedAs = (type: FactType): readonly FactType[] => (mayBeInVain(type) ? [type, 'NOTICE_SERVED'] : [type]);

const begins = (fact: CaseFact): fact is CaseFact & Service => mayBeInVain(fact.type);

/**
 * Service is a fact, and is never refused for what it would bring about: a notice that reaches the applicant while another one is
 * waited for, or on the day of a payment, or once the reply is made, was served and begins no wait (REG 30; FEE).
 */
export function asItCanStand(fact: CaseFact, against: Against): CaseFact {
  if (!begins(fact) || (against.isOpen(fact) && waits(fact, against))) return fact;
  return { ...fact, type: 'NOTICE_SERVED' };
}

const OVERLAPS: ReadonlySet<string> = new Set(['correction-awaited', 'payment-awaited']);

function waits(fact: Service & CaseFact, { clockAfter }: Against): boolean {
  try {
    const clock = clockAfter(fact);
    return fact.type === 'CORRECTION_NOTICE_RECEIVED' || clock === 'awaiting_payment' || clock === 'deemed_abandoned';
  } catch (problem) {
    if (problem instanceof Refusal && problem.fields.some(({ code }) => OVERLAPS.has(code))) return false;
    throw problem;
  }
}
