import { articleText, type ArrivalOutlook } from '@gongkai/contracts';
import type { LocalDate } from '@gongkai/calendar';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Light } from '../parts/light.js';
import { ProblemError } from '../api/problem.js';
import { useDays } from '../i18n/use-days.js';
import { useLanguage, useWords } from '../i18n/use-words.js';
import './legal-dates.css';

type Props = {
  readonly outlook: ArrivalOutlook | undefined;
  readonly error: Error | null;
  readonly onExplain: () => void;
};

/** What the arrival means: the date of receipt and the first deadlines, each with its article. All of it is the server's. */
export function LegalDates({ outlook, error, onExplain }: Props): ReactNode {
  const t = useWords('intake');
  return (
    <section className="card legal-dates" aria-label={t('legal')}>
      <div className="card-head">
        <h2>{t('legal')}</h2>
        <span className="spring" />
        {outlook === undefined ? null : <Shining {...outlook} />}
      </div>
      <div className="legal-body" role="status">
        {error instanceof ProblemError ? <Misfit error={error} /> : null}
        {outlook === undefined ? <p className="muted dense">{t('legal.empty')}</p> : <Dates {...outlook} />}
        {outlook === undefined ? null : (
          <p className="legal-note">
            {t('legal.note')}{' '}
            <Button type="link" size="small" onClick={onExplain}>
              {t('legal.days')} <kbd>F10</kbd>
            </Button>
          </p>
        )}
      </div>
    </section>
  );
}

/** The light it would begin with. */
function Shining({ light, daysLeft }: Pick<ArrivalOutlook, 'light' | 'daysLeft'>): ReactNode {
  const t = useWords('intake');
  const lights = useWords('clock');
  return (
    <Light light={light}>
      {lights(`light.${light}`)}
      {daysLeft === null ? null : ` ${t(daysLeft < 0 ? 'legal.over' : 'legal.left', { count: Math.abs(daysLeft) })}`}
    </Light>
  );
}

/** Days that do not fit together: said here at once, under the field when the letter is logged. */
const Misfit = ({ error }: { readonly error: ProblemError }): ReactNode => (
  <ul className="legal-misfit">
    {(error.problem.fields ?? []).map(({ path, message }) => (
      <li key={path}>
        <span aria-hidden>▲ </span>
        {message}
      </li>
    ))}
  </ul>
);

/** What stands in for a date that reaches a year without a published calendar. */
const ESTIMATE = {
  finalDue: 'provisionalFinalDue',
  cautiousFinalDue: 'provisionalCautiousFinalDue',
  correctionNoticeDeadline: 'provisionalCorrectionNoticeDeadline',
} as const;
type Estimated = keyof typeof ESTIMATE;

function Dates({ ledger, rule, article }: ArrivalOutlook): ReactNode {
  const t = useWords('intake');
  const ruleWords = t(`rule.${rule}` as 'rule.receipt.fax');
  const counted = (deadline: string): string => {
    const days = ledger.derivation.find((entry) => entry.deadline === deadline)?.counted;
    return days === undefined || days === null ? '' : t('legal.nth', { count: days });
  };
  const said = (name: Estimated): Pick<LegalDateProps, 'day' | 'article' | 'why'> => {
    const firm = ledger[name] ?? null;
    const estimate = ESTIMATE[name];
    return firm === null
      ? { day: ledger[estimate] ?? null, article: articleOf(ledger, estimate), why: t('legal.provisional') }
      : { day: firm, article: articleOf(ledger, name), why: counted(name) };
  };
  return (
    <dl>
      <LegalDate
        what={t('legal.received')}
        day={ledger.receivedOn}
        none={t('legal.not-started')}
        article={article}
        why={ruleWords}
        isReceipt
      />
      {ledger.cautiousFinalDue === undefined ? null : (
        <LegalDate
          what={t('legal.cautious')}
          none={t('legal.unknown')}
          {...said('cautiousFinalDue')}
          {...(ledger.cautiousFinalDue === null ? {} : { why: t('legal.cautious.why') })}
        />
      )}
      {ledger.receivedOn === null ? null : (
        <>
          <LegalDate what={t('legal.correction')} none={t('legal.unknown')} {...said('correctionNoticeDeadline')} />
          <LegalDate
            what={ledger.cautiousFinalDue === undefined ? t('legal.reply') : t('legal.reply-by-confirmation')}
            none={t('legal.unknown')}
            {...said('finalDue')}
          />
        </>
      )}
    </dl>
  );
}

const articleOf = ({ derivation }: ArrivalOutlook['ledger'], deadline: string): string =>
  derivation.find((entry) => entry.deadline === deadline)?.article ?? '';

type LegalDateProps = {
  readonly what: string;
  readonly day: LocalDate | null;
  readonly none: string;
  readonly article: string;
  readonly why: string;
  readonly isReceipt?: boolean;
};

function LegalDate({ what, day, none, article, why, isReceipt = false }: LegalDateProps): ReactNode {
  const { listed } = useDays();
  const language = useLanguage();
  return (
    <div className="legal-date">
      <dt>{what}</dt>
      <dd className="muted small legal-article">{articleText(article, language)}</dd>
      <dd className={day === null ? 'legal-none' : 'legal-day'} data-receipt={isReceipt}>
        {day === null ? none : <time dateTime={day}>{listed(day)}</time>}
      </dd>
      <dd className="muted small legal-why">{why}</dd>
    </div>
  );
}
