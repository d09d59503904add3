import type { IncomingView, Role } from '@gongkai/contracts';

/** What is mostly done with what came in. */
export type FirstAct = 'log' | 'record' | 'attach';

/**
 * An application is logged. An answer of somebody who was asked is never one: who records answers takes it down in the case that asked, and a
 * clerk puts it to the case, where the caseworker records it.
 */
export const firstActOf = ({ meantFor }: Pick<IncomingView, 'meantFor'>, role: Role | null): FirstAct =>
  meantFor?.answer === undefined ? 'log' : role === 'caseworker' ? 'record' : 'attach';
