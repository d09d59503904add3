import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';

/** Something that has to be in order, and what is known of it. */
export type Check = {
  readonly passed: boolean;
  /** Nobody has said no: it waits for somebody who has still to look. */
  readonly pending?: boolean;
  readonly name: string;
  readonly note: string;
};

type Props = { readonly title: string; readonly checks: readonly Check[] };

type Standing = 'failed' | 'pending' | 'passed';
const ORDER: readonly Standing[] = ['failed', 'pending', 'passed'];
const standingOf = ({ passed, pending = false }: Check): Standing => (passed ? 'passed' : pending ? 'pending' : 'failed');

/** Checks: those that failed on top, then what is still to be done. */
export function CheckList({ title, checks }: Props): ReactNode {
  const t = useWords('decide');
  const by = (standing: Standing): readonly Check[] => checks.filter((check) => standingOf(check) === standing);
  const open = (['failed', 'pending'] as const).filter((standing) => by(standing).length > 0);
  return (
    <section className="card" aria-labelledby="checks">
      <div className="card-head">
        <h2 id="checks">{title}</h2>
        <span className="spring" />
        <span className="dense muted">
          {open.length === 0
            ? t('checks.all', { count: checks.length })
            : open.map((standing) => t(`checks.${standing}`, { count: by(standing).length })).join(t('comma'))}
        </span>
      </div>
      <ul className="sheet-list dense">
        {ORDER.flatMap((standing) =>
          by(standing).map(({ name, note }) => (
            <li key={name} className="sheet-check">
              <CheckMark standing={standing} />
              <div>
                <span className={standing === 'passed' ? '' : 'strong'}>
                  <span className="unseen">{t(`check.${standing}`)} </span>
                  {name}
                </span>
                <div className="muted small">{note}</div>
              </div>
            </li>
          )),
        )}
      </ul>
    </section>
  );
}

const MARKS: Readonly<Record<Standing, ReactNode>> = {
  passed: <path d="M2 7.5l3.2 3.3L12 3.6" stroke="var(--ink-2)" strokeWidth="1.8" fill="none" />,
  pending: <circle cx="7" cy="7" r="5" stroke="var(--ink)" strokeWidth="1.6" fill="none" />,
  failed: (
    <>
      <rect x="1.2" y="1.2" width="11.6" height="11.6" fill="var(--ink)" />
      <path d="M7 3.4v4.4M7 9.3v1.4" stroke="#fff" strokeWidth="1.7" />
    </>
  ),
};

const CheckMark = ({ standing }: { readonly standing: Standing }): ReactNode => (
  <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden>
    {MARKS[standing]}
  </svg>
);
