import type { Language, Rectification } from '@gongkai/contracts';
import type { Say } from '../i18n/i18n.js';
import type { SheetTable } from '../list/xlsx.js';

const WIDTHS = [10, 16, 30, 20, 50, 30, 60];

type Words = {
  readonly t: Say<'assess'>;
  readonly language: Language;
  readonly period: (of: Rectification['assessment']) => string;
};

/** What has to be put right as a spreadsheet, a line each as the list shows them, with everything that was said of it. */
export function rectificationSheet(items: readonly Rectification[], { t, language, period }: Words): SheetTable {
  return {
    name: t('rect.title'),
    head: [...[t('state-of'), t('rect.due'), t('unit'), t('period'), t('rect.text'), t('rect.indicator')], t('rect.record')],
    widths: WIDTHS,
    rows: items.map(({ state, due, provisional, organ, assessment, text, indicator, history }) => [
      t(`rect.state.${state}`),
      { day: due, ...(provisional ? { mark: t('rect.provisional') } : {}) },
      organ.name[language],
      period(assessment),
      text,
      indicator?.[language] ?? '',
      history.map((deed) => lineOf(deed, t)).join('\n'),
    ]),
  };
}

const lineOf = ({ on, by, did, late, text }: Rectification['history'][number], t: Say<'assess'>): string =>
  [t('did.line', { day: on, name: by.name, did: t(`rect.did.${late ? 'late' : did}`) }), text ?? ''].join(' ').trimEnd();
