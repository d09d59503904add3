import type { AssessmentOfOrgan } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { useMoment } from '../settings/use-moment.js';

/** Who did what to an assessment, and which judgements were changed. */
export function AssessedHistory({ view: { history, assessment } }: { readonly view: AssessmentOfOrgan }): ReactNode {
  const t = useWords('assess');
  const language = useLanguage();
  const moment = useMoment();
  const indicatorOf = (id: string) => assessment.scheme.indicators.find((one) => one.id === id);
  const choiceOf = (id: string, choice: string | null): string =>
    indicatorOf(id)?.entered?.choices.find((one) => one.id === choice)?.name[language] ?? t('choice.none');
  return (
    <section className="card reports-card" aria-label={t('history')}>
      <h2>{t('history')}</h2>
      <ul className="dense assess-record">
        {history.map(({ at, by, did, text, changed }, i) => (
          <li key={i}>
            {t('did.line', { day: moment(at), name: by.name, did: t(`did.${did}`) })} {text}
            {changed.map(({ indicator, before, after }) => (
              <div key={indicator} className="muted small">
                {t('changed', {
                  name: indicatorOf(indicator)?.name[language] ?? indicator,
                  before: choiceOf(indicator, before),
                  after: choiceOf(indicator, after),
                })}
              </div>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
