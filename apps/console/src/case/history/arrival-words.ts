import { ReceiptWithEvidence } from '@gongkai/contracts';
import type { DayWords } from '../../i18n/days.js';
import { say, type Say } from '../../i18n/i18n.js';
import { contactWords } from '../../intake/use-contact-words.js';

/** How an application came in, and the confirmation that was logged with it; null for what is no receipt. */
export function arrivalWords(receipt: unknown, { listed }: DayWords): string | null {
  const { data } = ReceiptWithEvidence.safeParse(receipt);
  if (data === undefined) return null;
  const [terms, intake, history] = [say('terms'), say('intake'), say('history')];
  const confirmed = 'confirmedOn' in data ? data.confirmedOn : undefined;
  const words = [
    terms(`channel.${data.channel}`),
    ...circumstances(data, intake),
    confirmed === undefined ? null : history('told.confirmed', { day: listed(confirmed) }),
    ...(confirmed === undefined ? [] : [data.confirmedBy, data.confirmedHow && contactWords(intake)(data.confirmedHow)]),
  ];
  return words.filter(Boolean).join(history('comma'));
}

const circumstances = (data: ReceiptWithEvidence, t: Say<'intake'>): (string | null)[] => [
  'misaddressed' in data && data.misaddressed === true ? t('misaddressed.what') : null,
  'oral' in data && data.oral === true ? t('oral.what') : null,
];
