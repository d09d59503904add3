import type { LocalDate } from '@gongkai/calendar';
import type { CommandOf, CommandType, CaseLedger, Role } from '@gongkai/contracts';
import type { Checklist, FeeTariffs, Grounds, Statute } from '@gongkai/statutes';
import type { CaseFile } from './case-file.js';
import type { CaseNotice } from './case-notice.js';
import type { ChainInForce } from './chain-in-force.js';
import type { DayCheck } from './day-check.js';
import type { Digest } from './draft.js';
import type { CaseFact } from './facts.js';

/** The facts of a command are made with what is known here and now. */
export type Making = {
  readonly file: CaseFile;
  readonly today: LocalDate;
  readonly actorId: string;
  readonly roles: readonly Role[];
  readonly newId: () => string;
  readonly digest: Digest;
  /** Drawn by the desk for a step that makes a notice. */
  readonly noticeNumber: string | undefined;
  /** The files that were drawn with the step; undefined where it is not known yet. */
  readonly made: readonly string[] | undefined;
  /** The letters of which the case keeps no copy, where it is about to be filed. */
  readonly unkept: readonly CaseNotice[];
  /** Working days offered for a correction unless the notice says otherwise. */
  readonly correctionPeriod: number;
  readonly statute: Statute;
  readonly grounds: Grounds;
  readonly tariffs: FeeTariffs | undefined;
  /** The clock as of today. */
  readonly ledger: CaseLedger;
  /** The chain that a draft of this case goes through today; null for the word of any one approver. */
  readonly chain: ChainInForce | null;
  /** The lists of the office, of which something can be ticked. */
  readonly checklists: readonly Checklist[];
  /** The organ asks for a legal review of such a draft. */
  readonly legalReview: boolean;
  readonly days: DayCheck;
};
export type Establish<T extends CommandType> = (command: CommandOf<T>, making: Making) => CaseFact;
export type Establishes<T extends CommandType> = { readonly [K in T]: Establish<K> };
