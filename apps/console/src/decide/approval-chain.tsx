import type { ApprovalView, CaseView } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { roleName } from '../i18n/role-name.js';
import { useDays } from '../i18n/use-days.js';
import { useLanguage, useWords } from '../i18n/use-words.js';
import './sheet.css';

/** The steps that a draft goes through, with who approved at each; nothing where one approver's word is enough. */
export function ApprovalChain({ view: { approval, people } }: { readonly view: CaseView }): ReactNode {
  const t = useWords('decide');
  const language = useLanguage();
  if (approval === null || (approval.steps.length < 2 && approval.legal === null)) return null;
  const { legal } = approval;
  const next = legal?.given === null ? -1 : approval.steps.findIndex(({ given }) => given === null);
  return (
    <section className="card" aria-labelledby="chain">
      <div className="card-head">
        <h2 id="chain">{t('chain')}</h2>
      </div>
      <ol className="sheet-list dense">
        {legal === null ? null : <Legal legal={legal} people={people} />}
        {approval.steps.map(({ by, given }, i) => (
          <li key={i} data-step={i + 1} {...(i === next ? { 'aria-current': 'step' as const } : {})}>
            <b className="strong">{roleName(by, language)}</b>{' '}
            {given === null ? (
              <span className="muted">{t(i === next ? 'chain.waits' : 'chain.later')}</span>
            ) : (
              <Given given={given} people={people} />
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

type LegalProps = {
  readonly legal: NonNullable<ApprovalView['legal']>;
  readonly people: CaseView['people'];
};

/** The legal review goes before the chain. */
function Legal({ legal: { given }, people }: LegalProps): ReactNode {
  const t = useWords('decide');
  const terms = useWords('terms');
  const language = useLanguage();
  return (
    <li data-step="legal" {...(given === null ? { 'aria-current': 'step' as const } : {})}>
      <b className="strong">{roleName('legal', language)}</b>{' '}
      {given === null ? (
        <span className="muted">{t('chain.legal-waits')}</span>
      ) : (
        <>
          {terms(`opinion.${given.opinion}`)} <Given given={given} people={people} />
        </>
      )}
    </li>
  );
}

type GivenProps = {
  readonly given: NonNullable<ApprovalView['steps'][number]['given']>;
  readonly people: CaseView['people'];
};

function Given({ given: { by, actingFor, delegatedOn, on, reason }, people }: GivenProps): ReactNode {
  const t = useWords('decide');
  const { short } = useDays();
  const name = people[by] ?? '';
  const other = people[actingFor ?? ''] ?? '';
  const since = delegatedOn === undefined ? null : t('chain.for.since', { name, other, day: short(delegatedOn) });
  const signed = actingFor === null ? name : (since ?? t('chain.for', { name, other }));
  return (
    <>
      {signed} <span className="muted">{short(on)}</span>
      {reason === undefined ? null : <div>{reason}</div>}
    </>
  );
}
