import type { Assessment, Language } from '@gongkai/contracts';
import type { Say } from '../i18n/i18n.js';
import type { SheetTable } from '../list/xlsx.js';
import { foundIn, pointsIn, scoreIn } from './figure-words.js';

const NARROW = 10;
const WIDE = 30;

/** The league table as a spreadsheet: what was found and the points of each indicator, and the score. */
export function leagueSheet({ scheme, organs }: Assessment, title: string, t: Say<'assess'>, language: Language): SheetTable {
  const { indicators } = scheme;
  return {
    name: title,
    head: [
      t('place'),
      t('unit'),
      ...indicators.flatMap(({ name, weight }) => [name[language], t('weight', { name: t('score'), weight })]),
      t('score'),
      t('grade'),
      t('state-of'),
      t('rectify'),
    ],
    widths: [NARROW, WIDE, ...indicators.flatMap(() => [WIDE, NARROW]), NARROW, NARROW, NARROW, WIDE],
    rows: organs.map(({ place, organ, figures, grade, state, lacks, rectifications, ...got }) => [
      place ?? '',
      organ.name[language],
      ...indicators.flatMap((indicator) => [
        foundIn(indicator, figures[indicator.id], t, language),
        pointsIn(indicator, figures[indicator.id], t),
      ]),
      scoreIn({ ...got, lacks }, t),
      grade?.[language] ?? '',
      [t(`state.${state}`), ...(lacks === 0 ? [] : [t('lacks', { count: lacks })])].join(' · '),
      rectifications.open === 0 ? '' : t('rectify.open', rectifications),
    ]),
  };
}
