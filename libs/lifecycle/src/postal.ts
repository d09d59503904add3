import type { Judgement } from './judgements.js';

/** Who carried a letter and under which number, as far as it was told. */
export type Carriage = { readonly carrier?: string | undefined; readonly trackingNumber?: string | undefined };

/** Into whose hands it came: who signed, the organ that hands it over, who saw that it was left. */
export type Hands = {
  readonly signedBy?: string | undefined;
  readonly throughOrgan?: string | undefined;
  readonly witness?: string | undefined;
};

/** Them alone, out of what was said with a step. */
export const handsOf = ({ signedBy, throughOrgan, witness }: Hands): Hands => ({ signedBy, throughOrgan, witness });

/** Of the postal enterprise: China Post, its EMS. */
const POSTAL = /邮政|特快专递|\bEMS\b|china\s*post/iu;
/** Two letters, nine digits and the country: the number of a postal item everywhere. */
const OF_POST = /^[A-Z]{2}\d{9}[A-Z]{2}$/u;
/** The numbers of private couriers begin with their letters. */
const OF_COURIER = /^(?:SF|YT|ZT|ST|JT|JD|YD|DPK)[A-Z]{0,3}\d{8,}$/u;

/** Official documents are carried by the postal enterprise alone; a private courier delivers nothing in law (POST 55; G235). */
export function byPostAlone({ carrier, trackingNumber }: Carriage): Judgement {
  const number = trackingNumber?.toUpperCase().replaceAll(/\s/gu, '');
  if (carrier !== undefined && !POSTAL.test(carrier)) return refused(carrier);
  return number !== undefined && OF_COURIER.test(number) && !OF_POST.test(number) ? refused(number) : null;
}

const refused = (named: string): Judgement => ({ code: 'private-courier', article: 'POST 55', facts: { named } });
