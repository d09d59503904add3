import type { LocalDate } from '@gongkai/calendar';
import { Refusal, type PostTitle, type Role } from '@gongkai/contracts';

/** Who acts: a person with what their posts allow today. */
export type Person = {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly organId: string;
  readonly organCode: string;
  /** Ids of the organs from the top of the tree down to the person's own. */
  readonly organPath: readonly string[];
  readonly roles: readonly Role[];
  /** Head of the OGI unit (政府信息公开工作机构负责人). */
  readonly ogiHead: boolean;
  /** What their posts as approver are called, where a chain of approval asks for it. */
  readonly titles: readonly PostTitle[];
  /** Supervisors and auditors see the organs below theirs. */
  readonly seesBelow: boolean;
  /** In whose place they sign today. */
  readonly standsFor: readonly StoodFor[];
  /** Ids of those who are away today and have named this person as their substitute. */
  readonly substituteFor: readonly string[];
};

/** An approver in whose place somebody signs, with what their posts as approver allow. */
export type StoodFor = {
  readonly id: string;
  readonly name: string;
  readonly ogiHead: boolean;
  readonly titles: readonly PostTitle[];
  /** The day it was delegated. */
  readonly delegatedOn: LocalDate;
  /** Null: until it is revoked. */
  readonly until: LocalDate | null;
};

/**
 * Whether what somebody did counts as a person's own, where a second person is asked for: they did it, or they are one in whose place this
 * person signs.
 */
export const isOneWith = ({ id, standsFor }: Pick<Person, 'id' | 'standsFor'>, other: string | undefined): boolean =>
  id === other || standsFor.some((stood) => stood.id === other);

/** @param roles one of which is enough; the first is the one that is told. @throws Refusal `role-missing` */
export function needRole(person: Pick<Person, 'roles'>, ...roles: readonly [Role, ...Role[]]): void {
  if (!roles.some((role) => person.roles.includes(role))) throw new Refusal('role-missing', [], { facts: { role: roles[0] } });
}
