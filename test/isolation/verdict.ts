import type { Role } from '@gongkai/contracts';
import type { Entry } from './rules/entry.js';
import { canaryOf, ORGANS, type OrganCode } from './sample.js';
import type { Viewer } from './viewers.js';

/** Where what is asked for lies, for whoever asks. */
export type Relation = 'own' | 'below' | 'above' | 'other';

const RELATIONS: Readonly<Record<OrganCode, Readonly<Record<OrganCode, Relation>>>> = {
  street: { street: 'own', district: 'above', bureau: 'other' },
  district: { street: 'below', district: 'own', bureau: 'other' },
  bureau: { street: 'other', district: 'other', bureau: 'own' },
};

/** @param to whose it is @param from where somebody works */
export const relationOf = (from: OrganCode, to: OrganCode): Relation => RELATIONS[from][to];

const holds = ({ roles, isWhose }: Viewer, { personal }: Entry, some: readonly Role[]): boolean =>
  some.some((role) => roles.includes(role) && (isWhose || !personal || role === 'admin' || role === 'supervisor'));

/** Whether somebody may, by the table. */
export function mayAsk(viewer: Viewer, entry: Entry, target: OrganCode): boolean {
  if (entry.atTop)
    return viewer.organ !== 'street' && (entry.by ?? viewer.organ) === viewer.organ && holds(viewer, entry, entry.own);
  if (entry.of === 'none') return holds(viewer, entry, entry.own);
  const relation = relationOf(viewer.organ, target);
  if (relation === 'own') return holds(viewer, entry, entry.own);
  return relation === 'below' && holds(viewer, entry, entry.below);
}

/** The words that somebody must not read in an answer: those of organs out of their sight. */
export const forbiddenWords = (viewer: Viewer, entry: Entry): readonly string[] =>
  ORGANS.filter((organ) => {
    const relation = relationOf(viewer.organ, organ);
    if (relation === 'below' && entry.namesBelow) return false;
    const seeing = relation === 'own' ? entry.own : relation === 'below' ? entry.below : [];
    return !seeing.some((role) => viewer.roles.includes(role));
  }).map(canaryOf);
