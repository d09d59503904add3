import type { Role } from '@gongkai/contracts';

/**
 * Whose an endpoint is, by the rule and not by the program: "Everyone sees their own organ; supervisor and auditor also everything below"
 * (docs/decisions/0015), an administrator has the own organ and what is below it (docs/operations.md), an auditor reads only. Organs above
 * and beside are closed to everybody.
 */
export type Entry = {
  /** Who may in the own organ. */
  readonly own: readonly Role[];
  /** Which of them may also in an organ below theirs. */
  readonly below: readonly Role[];
  /**
   * `one`: what is there in an organ, by its id or for the organ that is named; out of sight it is refused. `list`: what is in sight, which
   * may be nothing. `none`: of no organ, or of one's own and no other.
   */
  readonly of: 'one' | 'list' | 'none';
  /** What was planted is to be read in the answer, by whoever may see it. */
  readonly tells: boolean;
  /** It is the caseworker's, or the archivist's, whom it was given to: another who holds the same post has no part in it. */
  readonly personal: boolean;
  /** It names people of the organs below, to everybody who may ask. */
  readonly namesBelow: boolean;
  /** It takes seconds: of those who may, one from each organ asks. */
  readonly costly: boolean;
  /** Only at the top of a tree of organs; of several by the one that is named, where one is. */
  readonly atTop: boolean;
  readonly by?: string;
};

/** Who imported the calendar of the sample. */
export const IMPORTER = 'district';

/** The table of an area, by the names of its operations. */
export type Rules = Readonly<Record<string, Entry>>;

/** Everybody with a post in the office; a third-party assessor is let through by name alone (docs/decisions/0084). */
export const OFFICE = [
  'clerk',
  'caseworker',
  'reviewer',
  'legal',
  'approver',
  'supervisor',
  'archivist',
  'admin',
  'auditor',
] as const satisfies readonly Role[];

/** The same without who reads only. */
export const WRITING = OFFICE.filter((role) => role !== 'auditor');

/** Who logs what arrives, and who handles it. */
export const INTAKE = ['clerk', 'caseworker'] as const satisfies readonly Role[];

const FROM_ABOVE: readonly Role[] = ['supervisor', 'auditor'];
const fromAbove = (own: readonly Role[]): readonly Role[] => own.filter((role) => FROM_ABOVE.includes(role));

const entry = (own: readonly Role[], more: Partial<Entry>): Entry => ({
  ...{ own, below: [], of: 'one', tells: false, personal: false, namesBelow: false, costly: false, atTop: false },
  ...more,
});

/** Reads one thing: whoever supervises or audits an organ also reads it from above. */
export const reads = (own: readonly Role[]): Entry => entry(own, { below: fromAbove(own) });

/** The same, and what was planted stands in it. */
export const tells = (own: readonly Role[]): Entry => ({ ...reads(own), tells: true });

/** Changes one thing of the own organ. */
export const changes = (...own: readonly Role[]): Entry => entry(own, {});

/** The same, and whoever supervises does so in the organs below. */
export const oversees = (...own: readonly Role[]): Entry => entry(own, { below: own.filter((role) => role === 'supervisor') });

/** The same of what belongs to one person. */
export const personal = (...own: readonly Role[]): Entry => ({ ...changes(...own), personal: true });

/** What an administrator does, in the own organ and below. */
export const administers: Entry = entry(['admin'], { below: ['admin'] });

/** The same, and what was planted stands in the answer. */
export const administersTold: Entry = { ...administers, tells: true };

/** A list of what is in sight. */
export const lists = (own: readonly Role[], below = fromAbove(own)): Entry => entry(own, { below, of: 'list' });

/** The same, and what was planted stands in it. */
export const listsTold = (own: readonly Role[], below = fromAbove(own)): Entry => ({ ...lists(own, below), tells: true });

/** Of no organ: the law, the calendar, oneself. */
export const general = (own: readonly Role[]): Entry => entry(own, { of: 'none' });

/** Reads one thing that the administrators, or others who do not see the cases there, are shown of organs below as well. */
export const alsoBelow = (of: Entry, ...below: readonly Role[]): Entry => ({ ...of, below: [...of.below, ...below] });

/** What the administrator of the organ at the top alone does, for everybody. */
export const atTop: Entry = entry(['admin'], { of: 'none', atTop: true });

/** What only the organ at the top may that did it, for everybody, before. */
export const atTopByWhoDidIt: Entry = { ...atTop, by: IMPORTER };
