import { draftersOf, type CaseFile } from './case-file.js';
import type { FactOf } from './facts.js';
import type { Judgement } from './judgements.js';
import { releasesAgainst } from './third-parties.js';

type Whose = { readonly before: CaseFile; readonly selves: readonly string[] };

/** Nobody confirms what they wrote themselves. */
export const ownEntry = (entryId: string, { before, selves }: Whose): Judgement =>
  before.toConfirm.some((entry) => entry.entryId === entryId && selves.includes(entry.by)) ? { code: 'self-approval' } : null;

/** Nobody approves or signs what they drafted. */
export const ownDraft = ({ before, selves }: Whose): Judgement =>
  draftersOf(before).some((drafter) => selves.includes(drafter)) ? { code: 'self-approval', article: 'REG 17' } : null;

type Finding = Pick<FactOf<'THIRD_PARTY_OVERRIDDEN'>, 'consultationId' | 'itemIds'>;

/**
 * That the public interest outweighs a refusal is found by another person than who put the refusal on record, or decided an item that it is about
 * (REG 15, 32): the finding stands in the place of the consent, and one person would have heard, weighed and given out alone.
 */
export function ownFinding({ consultationId, itemIds = [] }: Finding, file: CaseFile, selves: readonly string[]): Judgement {
  const letter = file.consultations.find(({ id }) => id === consultationId);
  const drafters = file.items.filter(({ id }) => itemIds.includes(id)).map(({ decision }) => decision?.decidedBy);
  return isOf(selves, [letter?.answeredBy, ...drafters]) ? { code: 'self-approval', article: 'REG 32' } : null;
}

/** The same where the finding comes first: who made it does not draft what it lets out. */
export function foundByOneself(itemId: string, file: CaseFile, selves: readonly string[]): Judgement {
  const isLetOut = file.items.some((item) => item.id === itemId && releasesAgainst('third_party_rights')(item));
  const findings = file.consultations.flatMap(({ setAside }) => setAside.filter(({ itemIds }) => itemIds.includes(itemId)));
  const finders = findings.flatMap(({ by, actingFor }) => [by, actingFor]);
  return isLetOut && isOf(selves, finders) ? { code: 'self-approval', article: 'REG 32' } : null;
}

const isOf = (selves: readonly string[], people: readonly (string | undefined)[]): boolean =>
  people.some((person) => person !== undefined && selves.includes(person));
