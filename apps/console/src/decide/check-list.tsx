import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';

/** Something that has to be in order, and what is known of it. */
export type Check = { readonly passed: boolean; readonly name: string; readonly note: string };

type Props = { readonly title: string; readonly checks: readonly Check[] };

/** Checks, those that failed on top. */
export function CheckList({ title, checks }: Props): ReactNode {
  const t = useWords('decide');
  const failed = checks.filter(({ passed }) => !passed);
  return (
    <section className="card" aria-labelledby="checks">
      <div className="card-head">
        <h2 id="checks">{title}</h2>
        <span className="spring" />
        <span className="dense muted">
          {failed.length === 0 ? t('checks.all', { count: checks.length }) : t('checks.failed', { count: failed.length })}
        </span>
      </div>
      <ul className="sheet-list dense">
        {[...failed, ...checks.filter(({ passed }) => passed)].map(({ passed, name, note }) => (
          <li key={name} className="sheet-check">
            <CheckMark passed={passed} />
            <div>
              <span className={passed ? '' : 'strong'}>
                <span className="unseen">{t(passed ? 'check.passed' : 'check.failed')} </span>
                {name}
              </span>
              <div className="muted small">{note}</div>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

const CheckMark = ({ passed }: { readonly passed: boolean }): ReactNode => (
  <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden>
    {passed ? (
      <path d="M2 7.5l3.2 3.3L12 3.6" stroke="var(--ink-2)" strokeWidth="1.8" fill="none" />
    ) : (
      <>
        <rect x="1.2" y="1.2" width="11.6" height="11.6" fill="var(--ink)" />
        <path d="M7 3.4v4.4M7 9.3v1.4" stroke="#fff" strokeWidth="1.7" />
      </>
    )}
  </svg>
);
