import type { DeliveryLack } from '@gongkai/contracts';
import type { Attempt, CaseFile, CaseNotice } from './case-file.js';

type Mode = NonNullable<Attempt['mode']>;

/** What proves each way, beside a paper: what an attempt says, and the name of what is missing without it (G235; CPL 87 to 89, 95). */
const PROVEN_BY: Readonly<Record<Mode, readonly [said: keyof Attempt, lack: DeliveryLack] | null>> = {
  ems: ['trackingNumber', 'tracking-number'],
  registered_mail: ['trackingNumber', 'tracking-number'],
  in_person: ['signedBy', 'signature'],
  other_organ: ['throughOrgan', 'through-organ'],
  left_at_address: ['witness', 'witness'],
  public_notice: ['publishedIn', 'publication'],
  // What was sent so is proven by the record of sending it.
  email: null,
  portal: null,
  fax: null,
};

/** What the file lacks to prove how a document was delivered; all of it can be added afterwards. */
export function lacksOf({ attempts }: CaseNotice): readonly DeliveryLack[] {
  const last = attempts.at(-1);
  if (last === undefined) return [];
  if (last.mode === null) return ['mode'];
  const proven = PROVEN_BY[last.mode];
  if (proven === null) return [];
  const [said, lack] = proven;
  return [...(last[said] === null && !isSaidByFile(last) ? [lack] : []), ...(last.shown === true ? [] : (['paper'] as const))];
}

/** The documents of a case of which something does not prove how they were delivered: nobody files it without a word why (REG 45; G235). */
export const deliveriesUnproven = ({ notices }: Pick<CaseFile, 'notices'>): readonly CaseNotice[] =>
  notices.filter((notice) => lacksOf(notice).length > 0);

/** A photo or film takes the place of the witness, the signed slip that of the name (CPL 87, 89). */
const isSaidByFile = ({ mode, shown }: Attempt): boolean =>
  (mode === 'left_at_address' || mode === 'in_person') && shown === true;
