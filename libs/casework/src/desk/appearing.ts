import type { AppearingPerson, CaseView } from '@gongkai/contracts';
import type { CaseCommand, CaseFact, CaseRemedy } from '@gongkai/lifecycle';
import type { Sealer } from '@gongkai/platform';

/** A row of `appearing`: a list of who appears at a hearing, sealed, with its bytes in PostgreSQL's hex notation on the way in. */
export type AppearingRow = { readonly id: string; readonly case_id: string; readonly sealed: string };

/** The lists of a case by their ids, each as its bytes in hex. */
export type SealedLists = Readonly<Record<string, string>>;

/** The lists of a case by their ids. */
export type AppearingLists = Readonly<Record<string, readonly AppearingPerson[]>>;

/** Where its bytes lie. */
export const placeOf = (id: string): string => `appearing:${id}`;

/** The lists of a case. @throws SealBroken when the key does not fit */
export const openAppearing = (sealer: Sealer, lists: SealedLists): AppearingLists =>
  Object.fromEntries(
    Object.entries(lists).map(([id, sealed]) => [
      id,
      sealer.open(Buffer.from(sealed, 'hex'), placeOf(id)) as readonly AppearingPerson[],
    ]),
  );

type Step = { readonly caseId: string; readonly command: CaseCommand; readonly fact: CaseFact };

/** The list that a command brings, by the id that its fact gives it; empty where it brings none. */
export function appearingIn({ command, fact }: Omit<Step, 'caseId'>): AppearingLists {
  if (command.type !== 'updateRemedy' || fact.type !== 'REMEDY_UPDATED' || fact.appearingId === undefined) return {};
  return { [fact.appearingId]: command.appearing ?? [] };
}

/** The row that keeps the list of a command, sealed; none where it brings none. */
export const sealAppearing = (sealer: Sealer, { caseId, ...step }: Step): readonly AppearingRow[] =>
  Object.entries(appearingIn(step)).map(([id, list]) => ({
    ...{ id, case_id: caseId },
    sealed: `\\x${sealer.seal(list, placeOf(id)).toString('hex')}`,
  }));

/** The law of who has to appear for the organ, by the kind of remedy; nobody appears where somebody complained. */
const MUST_APPEAR: Readonly<Record<CaseRemedy['kind'], string | null>> = {
  complaint: null,
  reconsideration: 'ARL 51',
  litigation: 'ALL 3(3)',
};

const isOfOrgan = ({ as }: AppearingPerson): boolean => as === 'head' || as === 'officer';

/** By which article somebody of the organ has still to be named; null where nobody has, or somebody is (ALL 3(3); ARL 51). */
function missingBy(
  { kind, closedOn, hearing, representatives }: CaseRemedy,
  listed: AppearingLists[string] | undefined,
): string | null {
  if (closedOn !== null || representatives !== undefined || listed?.some(isOfOrgan) === true) return null;
  return hearing === undefined && listed === undefined ? null : MUST_APPEAR[kind];
}

/** A remedy with who appears, and whether somebody of the organ itself is lacking. */
export function remedyView({ appearingId = '', ...remedy }: CaseRemedy, lists: AppearingLists): CaseView['remedies'][number] {
  const listed = lists[appearingId];
  const headMissing = missingBy(remedy, listed);
  const appearing = listed === undefined ? {} : { appearing: [...listed] };
  return { ...remedy, ...appearing, ...(headMissing === null ? {} : { headMissing }) };
}
