import type { LocalDate } from '@gongkai/calendar';
import type { Judgement } from './judgements.js';

/** Who carried a letter and under which number, as far as it was told. */
export type Carriage = { readonly carrier?: string | undefined; readonly trackingNumber?: string | undefined };

/** Into whose hands it came: who signed, the organ that hands it over, who saw that it was left. */
export type Hands = {
  readonly signedBy?: string | undefined;
  readonly throughOrgan?: string | undefined;
  readonly witness?: string | undefined;
  /** To which electronic address, and who agreed to it when, where another way was chosen. */
  readonly agreedTo?: string | undefined;
  readonly agreedOn?: LocalDate | undefined;
  /** To another address than before; which one, and where it is known from. */
  readonly otherAddress?: boolean | undefined;
  readonly addressFrom?: string | undefined;
};

/** Them alone, out of what was said with a step. */
export const handsOf = ({ signedBy, throughOrgan, witness, agreedTo, agreedOn, otherAddress, addressFrom }: Hands): Hands => ({
  signedBy,
  throughOrgan,
  witness,
  agreedTo,
  ...(agreedOn === undefined ? {} : { agreedOn }),
  ...(otherAddress === undefined ? {} : { otherAddress }),
  ...(addressFrom === undefined ? {} : { addressFrom }),
});

/** Of the postal enterprise: China Post, its EMS. */
const POSTAL = /邮政|特快专递|\bEMS\b|china\s*post/iu;
/** Private couriers: those whose names mean nothing else, and those whose names do. */
const BY_NAME = '顺丰|圆通|申通|韵达|极兔|德邦|宅急送|闪送|跨越速运|壹米滴答|菜鸟|苏宁快递|民营快递|同城快递';
const BY_TRADE = '中通|百世|京东|天天|丰网|安能|优速';
const TRADE = '快递|速递|速运|快运|物流';
/** Where a name that means something else as well stands by itself: within a longer word it is that of a road or a place. */
const BEGINS = '(?<=^|[^\\p{L}\\p{N}]|[和与及或者由交转改用]|邮政|EMS)';
const ENDS = '(?=$|[^\\p{L}\\p{N}]|[和与及或代寄送派承])';
const LETTERS = '\\b(?:SF|JD|YTO|ZTO|STO|UPS|DHL|FedEx|TNT)\\b';
/** However they are called beside the postal enterprise. */
const PRIVATE = new RegExp(`${BY_NAME}|(?:${BY_TRADE})(?:${TRADE})|${BEGINS}(?:${BY_TRADE})${ENDS}|${LETTERS}`, 'iu');
/** Two letters, nine digits and the country: the number of a postal item everywhere. */
const OF_POST = /^[A-Z]{2}\d{9}[A-Z]{2}$/u;
/** The numbers of private couriers begin with their letters. */
const NUMBER = '(?<![A-Z])(?:(?:SF|YT|ZT|ST|JT|JD|YD|DPK)[A-Z]{0,3}\\d{8,}|1Z[A-Z\\d]{16})(?![A-Z\\d])';
const OF_COURIER = new RegExp(NUMBER, 'u');

/** Official documents are carried by the postal enterprise alone; a private courier delivers nothing in law (POST 55; G235). */
export function byPostAlone(carriage: Carriage): Judgement {
  const [carrier, trackingNumber] = [plain(carriage.carrier), plain(carriage.trackingNumber)];
  if (carrier !== undefined && (!POSTAL.test(carrier) || PRIVATE.test(carrier))) return refused(carrier);
  return trackingNumber !== undefined && isOfCourier(trackingNumber) ? refused(trackingNumber) : null;
}

/** As it is read, whichever keyboard it was typed on: wide letters and figures are the same letters and figures. */
const plain = (text: string | undefined): string | undefined => text?.normalize('NFKC');

function isOfCourier(trackingNumber: string): boolean {
  const number = trackingNumber.toUpperCase().replaceAll(/\s/gu, '');
  return !OF_POST.test(number) && (OF_COURIER.test(number) || PRIVATE.test(trackingNumber));
}

/** What a carrier does with a letter; whoever only signs for it may be a firm of that name. */
const CARRIES = '送达|派送|派件|配送|投递|妥投|急送|转交|寄|送';
const FIRM = `(?:${TRADE})?\\p{Script=Han}{0,8}(?:公司|集团|总部|大厦)`;

/** How a document came to be served, where that names a private courier as who delivered it; its company may be the one that signs. */
const DELIVERED_BY = new RegExp(
  `(?:${BY_NAME})(?!${FIRM})|(?:${BY_NAME}|${BY_TRADE})${FIRM}(?:${CARRIES})` +
    `|(?:${BY_TRADE})(?:(?:${TRADE})(?!\\p{Script=Han}{0,6}公司)|小哥|快递员|[，,、（(\\s]*(?:已|本人)*签收|${CARRIES}|$)` +
    `|${NUMBER}|${LETTERS}`,
  'iu',
);

/** What a private courier has handed over is not served (POST 55; G235). @param how it was served, as somebody has written it down */
export function servedByPost({ how }: { readonly how: string }): Judgement {
  const named = DELIVERED_BY.exec(how.normalize('NFKC').trim())?.[0];
  return named === undefined ? null : refused(named);
}

const refused = (named: string): Judgement => ({ code: 'private-courier', article: 'POST 55', facts: { named } });
