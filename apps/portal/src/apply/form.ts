import type { PublicOrgans } from '@gongkai/contracts';
import type { Draft } from './draft.js';

/** What each step is given: what was typed, how to change it, and what is wrong, by field. */
export type Filling = {
  readonly draft: Draft;
  readonly change: (change: Partial<Draft>) => void;
  readonly wrong: Readonly<Record<string, string>>;
  readonly organs: PublicOrgans['organs'];
  /** Whether this installation sends mail. */
  readonly mails: boolean;
  /** An item turns out to be public already. */
  readonly onFound: (at: number, id: string) => void;
};
