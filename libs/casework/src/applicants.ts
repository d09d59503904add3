import { contradictsItself, plainNumber, type ApplicantView, type NewApplicant } from '@gongkai/contracts';
import type { Sealer } from '@gongkai/platform';

/** What nobody reads without the key: everything about a person beside the name. */
type Particulars = {
  readonly idType?: string | undefined;
  readonly idNumber?: string | undefined;
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
  readonly address?: string | undefined;
  readonly agent?: string | undefined;
  readonly agentIdType?: string | undefined;
  readonly agentIdNumber?: string | undefined;
  readonly agentPhone?: string | undefined;
  readonly agentScope?: string | undefined;
  readonly powerOfAttorneyFileId?: string | undefined;
  readonly accessibility?: string | undefined;
  /** The number a fax came from: kept with the person, not with the facts. */
  readonly faxNumber?: string | undefined;
};

/** A row of `applicant`, with its bytes in PostgreSQL's hex notation on the way in. */
export type NewApplicantRow = {
  readonly id: string;
  readonly organ_id: string;
  readonly kind: string;
  readonly category: string;
  readonly name: string;
  readonly sealed: string;
};

/** The applicant's columns as they are read beside a case. */
export type ApplicantRow = {
  readonly applicant_id: string;
  readonly applicant_kind: string;
  readonly applicant_category: string;
  readonly applicant_name: string;
  readonly sealed: Uint8Array;
};

/** An applicant with everything that is known. */
export type Applicant = Pick<ApplicantView, 'id' | 'kind' | 'category' | 'name'> & Particulars;

/** Where its bytes lie. */
export const placeOf = (id: string): string => `applicant:${id}`;

/** Whose applicant it is, and the number of the fax it came by. */
export type Filing = { readonly id: string; readonly organId: string; readonly faxNumber?: string | undefined };

/** The row of a new applicant, sealed. */
export function sealApplicant(
  sealer: Sealer,
  applicant: NewApplicant | Omit<Applicant, 'id'>,
  { id, organId, faxNumber }: Filing,
): NewApplicantRow {
  const { kind, category, name, ...particulars } = applicant;
  const sealed = sealer.seal({ ...particulars, faxNumber } satisfies Particulars, placeOf(id));
  return { id, organ_id: organId, kind, category, name, sealed: `\\x${sealed.toString('hex')}` };
}

/** Everything known of an applicant. @throws SealBroken when the key does not fit */
export function openApplicant(sealer: Sealer, row: ApplicantRow): Applicant {
  const particulars = sealer.open(row.sealed, placeOf(row.applicant_id)) as Particulars;
  return {
    id: row.applicant_id,
    kind: row.applicant_kind as Applicant['kind'],
    category: row.applicant_category as Applicant['category'],
    name: row.applicant_name,
    ...particulars,
  };
}

/** Whether two records are of the same person or organisation: same kind and name, and no two different documents. */
export function isSameApplicant(a: Applicant, b: Applicant): boolean {
  if (a.id === b.id) return true;
  const documentsFit =
    a.idNumber === undefined || b.idNumber === undefined || plainNumber(a.idNumber) === plainNumber(b.idNumber);
  return a.kind === b.kind && a.name === b.name && documentsFit;
}

const SHOWN_DIGITS = 4;

/** The applicant with the numbers of documents masked to their last digits. @param mayLook whether they may be asked for whole */
export function maskedApplicant(
  { faxNumber: _, idNumber, agentIdNumber, ...applicant }: Applicant,
  mayLook: boolean,
): ApplicantView {
  const { idType, agentIdType } = applicant;
  const doubtful = (
    [
      ['idNumber', idType, idNumber],
      ['agentIdNumber', agentIdType, agentIdNumber],
    ] as const
  ).flatMap(([field, document, number]) => (contradictsItself(document, number) ? [field] : []));
  return {
    ...applicant,
    ...(idNumber === undefined ? {} : { idNumber: masked(idNumber) }),
    ...(agentIdNumber === undefined ? {} : { agentIdNumber: masked(agentIdNumber) }),
    ...(doubtful.length === 0 ? {} : { doubtful }),
    ...(mayLook && (idNumber ?? agentIdNumber) !== undefined ? { mayLook } : {}),
  };
}

/** The number of a document, masked to its last digits. */
export const masked = (text: string): string => `****${text.length > 2 * SHOWN_DIGITS ? text.slice(-SHOWN_DIGITS) : ''}`;
