import type { AnnualReport, ReportCheck, ReportDifference } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useLanguage, useWords } from '../i18n/use-words.js';

/** How many cases are named of a difference, and how many differences of an identity. */
const SHOWN = 8;

/** What has to agree (勾稽关系), and where it does not: with the numbers worked out and the cases behind. */
export function ChecksCard({ report: { checks } }: { readonly report: AnnualReport }): ReactNode {
  const t = useWords('reports');
  const wrong = checks.filter(({ result }) => result === 'differs').length;
  return (
    <section className="card reports-card" aria-label={t('checks')}>
      <header className="reports-head">
        <h2>{t('checks')}</h2>
        <span className="muted dense">
          {wrong === 0 ? t('checks.none', { count: checks.length }) : t('checks.some', { count: wrong })}
        </span>
      </header>
      <ul className="reports-checks">
        {checks.map((check) => (
          <Check key={check.id} check={check} />
        ))}
      </ul>
    </section>
  );
}

function Check({ check }: { readonly check: ReportCheck }): ReactNode {
  const t = useWords('reports');
  const language = useLanguage();
  const { id, kind, name, result, places, differences } = check;
  return (
    <li data-check={id} className={result === 'differs' ? 'is-different' : undefined}>
      <span className="reports-result">{t(`result.${result}`)}</span>
      <span>
        <span className="strong">{name[language]}</span>
        <span className="muted dense reports-line">
          {result === 'holds' ? t('places', { count: places }) : t(result === 'open' ? 'open.why' : `kind.${kind}`)}
        </span>
        {differences.slice(0, SHOWN).map((difference) => (
          <Difference key={difference.place} difference={difference} />
        ))}
        {differences.length > SHOWN ? (
          <span className="dense">{t('differences.more', { count: differences.length - SHOWN })}</span>
        ) : null}
      </span>
      <span className="muted small">{id}</span>
    </li>
  );
}

function Difference({ difference: { name, left, right, cases } }: { readonly difference: ReportDifference }): ReactNode {
  const t = useWords('reports');
  const language = useLanguage();
  return (
    <span className="dense reports-line">
      {t('difference', { name: name[language], left: left ?? '—', right: right ?? '—' })}{' '}
      {cases.slice(0, SHOWN).map(({ caseId, number }) => (
        <Link key={caseId} to={`/case/${caseId}`} className="no-wrap reports-named">
          {number}
        </Link>
      ))}
      {cases.length > SHOWN ? t('cases.others', { count: cases.length - SHOWN }) : null}
    </span>
  );
}
