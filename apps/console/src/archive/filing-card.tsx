import type { ReactNode } from 'react';
import { useFilingGaps } from '../case/steps/filing-checks.js';
import { PreviewPane } from '../case/steps/preview-pane.js';
import { usePreview } from '../case/steps/use-step.js';
import type { CaseRead } from '../case/use-case.js';
import { StepButton } from '../decide/step-button.js';
import { TakeOut } from '../case/take-out.js';
import { useWords } from '../i18n/use-words.js';

/** What filing would bring about does not depend on why a delivery is not proven or a letter not kept: the form asks for that. */
const TO_FILE = JSON.stringify({ type: 'file', unproven: '—', unkept: '—' });

/** Filing, pinned under the case; where it cannot be filed yet, why. */
export function FilingCard({ read }: { readonly read: CaseRead }): ReactNode {
  const { view, office } = read;
  const t = useWords('decide');
  const mayFile = view.permitted.some(({ type }) => type === 'file');
  const reason = view.refused.find(({ type }) => type === 'file')?.reason;
  const gaps = useFilingGaps(view);
  const ready = gaps === null ? t('filing.ready') : t('filing.incomplete', { gaps: gaps.join(t('semicolon')) });
  const preview = usePreview(view.id, TO_FILE, view.version, mayFile);
  return (
    <section className="card decision-card" aria-label={t('filing')}>
      <div className="decision-form">
        <p>{view.state === 'filed' ? t('filing.done') : mayFile ? ready : reason}</p>
        <div className="decision-buttons">
          {mayFile ? <StepButton type="file" read={read} primary shortcut="Ctrl+Enter" /> : null}
          {view.permitted.some(({ type }) => type === 'markInapplicable') ? (
            <StepButton type="markInapplicable" read={read} />
          ) : null}
          <TakeOut view={view} />
        </div>
      </div>
      <div className="decision-after" tabIndex={0} role="group" aria-label={t('after')}>
        {mayFile ? (
          <PreviewPane type="file" view={view} preview={preview.data} error={preview.error} missing={0} today={office.today} />
        ) : null}
      </div>
    </section>
  );
}
