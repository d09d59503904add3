import type { Guide, GuideText, OPENED_CHANNELS, WebReceipt } from '@gongkai/contracts';

/** Texts in both languages; those of the second list may be left out. */
export const NAMED = ['office', 'address', 'hours', 'postalAddress'] as const;
export const PASSAGES = ['payment', 'fees', 'remedies', 'notes'] as const;
/** What reads the same in every language. */
export const PLAIN = ['phone', 'fax', 'email', 'reconsiderationOrgan', 'onlineChannel', 'court', 'supervisor', 'fonds'] as const;

type Bilingual = (typeof NAMED)[number] | (typeof PASSAGES)[number];
/** A text as its form has it: `office.zh-CN` and `office.en`. */
export type TextKey = `${Bilingual}.${'zh-CN' | 'en'}` | (typeof PLAIN)[number];

/** What stands in the form. */
export type GuideValues = {
  readonly texts: Readonly<Partial<Record<TextKey, string>>>;
  readonly channels: readonly (typeof OPENED_CHANNELS)[number][];
  readonly webReceipt: WebReceipt;
  readonly from: string;
};

/** A guide as its form shows it; where there is none yet, with the portal open as it is without one. */
export function valuesOf(guide: Guide | undefined, from: string): GuideValues {
  if (guide === undefined) return { texts: {}, channels: ['web'], webReceipt: 'auto', from };
  const bilingual = [...NAMED, ...PASSAGES].flatMap((field): [TextKey, string][] => [
    [`${field}.zh-CN`, guide[field]?.['zh-CN'] ?? ''],
    [`${field}.en`, guide[field]?.en ?? ''],
  ]);
  const plain = PLAIN.map((field): [TextKey, string] => [field, guide[field] ?? '']);
  const { channels, webReceipt } = guide;
  return { texts: Object.fromEntries([...bilingual, ...plain]), channels, webReceipt, from };
}

/** What is sent: what was left empty is left out, but for what a guide cannot do without. */
export function guideIn({ texts, channels, webReceipt, from }: GuideValues): unknown {
  const typed = (key: TextKey): string => (texts[key] ?? '').trim();
  const both = (field: Bilingual): GuideText => ({
    'zh-CN': typed(`${field}.zh-CN`),
    ...(typed(`${field}.en`) === '' ? {} : { en: typed(`${field}.en`) }),
  });
  const isTyped = (field: Bilingual): boolean => typed(`${field}.zh-CN`) + typed(`${field}.en`) !== '';
  return {
    ...Object.fromEntries(NAMED.map((field) => [field, both(field)])),
    ...Object.fromEntries(PASSAGES.filter(isTyped).map((field) => [field, both(field)])),
    ...Object.fromEntries(
      PLAIN.filter((field) => field === 'phone' || typed(field) !== '').map((field) => [field, typed(field)]),
    ),
    channels,
    webReceipt,
    ...(from === '' ? {} : { from }),
  };
}
