import type { CaseView } from '@gongkai/contracts';
import type { ReactNode } from 'react';

type Decision = CaseView['items'][number]['decision'];
type Given = 'all' | 'part' | 'nothing' | 'undecided';

const GIVEN: Readonly<Partial<Record<NonNullable<Decision>['code'], Given>>> = {
  granted: 'all',
  already_public: 'all',
  partly_granted: 'part',
};

/** How much is given: a full, half or crossed disc. A decision is never coloured; colour belongs to time. */
export function DecisionMark({ decision }: { readonly decision: Decision }): ReactNode {
  const given = decision === null ? 'undecided' : (GIVEN[decision.code] ?? 'nothing');
  const isOpen = given === 'undecided';
  return (
    <svg className="decision-mark" width="14" height="14" viewBox="0 0 14 14" aria-hidden>
      <circle
        cx="7"
        cy="7"
        r="5.6"
        fill={given === 'all' ? 'var(--ink)' : 'var(--surface)'}
        stroke={isOpen ? 'var(--control)' : 'var(--ink)'}
        strokeWidth="1.4"
        strokeDasharray={isOpen ? '2 2' : undefined}
      />
      {given === 'part' && <path d="M7 1.4a5.6 5.6 0 010 11.2z" fill="var(--ink)" />}
      {given === 'nothing' && <path d="M3.2 10.8l7.6-7.6" stroke="var(--ink)" strokeWidth="1.4" />}
    </svg>
  );
}
