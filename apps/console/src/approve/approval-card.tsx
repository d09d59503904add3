import type { CaseView, CommandType } from '@gongkai/contracts';
import { Button, Input } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea.js';
import { useRef, useState, type ReactNode } from 'react';
import { PreviewPane } from '../case/steps/preview-pane.js';
import { usePreview, useTakeStep } from '../case/steps/use-step.js';
import type { CaseRead } from '../case/use-case.js';
import { StepButton } from '../decide/step-button.js';
import { useWords } from '../i18n/use-words.js';
import { useKeys } from '../keys/use-keys.js';
import { ErrorNotice } from '../parts/error-notice.js';

/** What an approver may have to decide, the foremost first. */
const MAIN: readonly CommandType[] = ['signReply', 'approve', 'approveExtension'];
/** What is confirmed once more, with all it brings about, before it is done. */
const IN_DIALOG: readonly CommandType[] = [
  'signReply',
  'approveExtension',
  'refuseExtension',
  'overrideThirdParty',
  'acceptReasons',
  'rejectReasons',
  'publish',
];
const FOREMOST = { primary: true, shortcut: 'Ctrl+Enter' } as const;

const may = ({ permitted }: CaseView, type: CommandType): boolean => permitted.some((step) => step.type === type);

/** The decision, pinned under the case: approve, sign, send back; beside it what the foremost act brings about. */
export function ApprovalCard({ read }: { readonly read: CaseRead }): ReactNode {
  const { view, office } = read;
  const t = useWords('decide');
  const main = MAIN.find((type) => may(view, type));
  const preview = usePreview(view.id, JSON.stringify({ type: main }), view.version, main !== undefined);
  return (
    <section className="card decision-card" aria-label={t('decision')}>
      <div className="decision-form">
        {main === undefined ? <p>{whyNot(view) ?? t('decision.none')}</p> : null}
        {may(view, 'sendBack') ? <ReplyDecision key={view.version} view={view} canApprove={main === 'approve'} /> : null}
        <div className="decision-buttons">
          {IN_DIALOG.filter((type) => may(view, type)).map((type) => (
            <StepButton key={type} type={type} read={read} {...(type === main ? FOREMOST : {})} />
          ))}
        </div>
      </div>
      <div className="decision-after" tabIndex={0} role="group" aria-label={t('after')}>
        {main === undefined ? null : (
          <PreviewPane type={main} view={view} preview={preview.data} error={preview.error} missing={0} today={office.today} />
        )}
      </div>
    </section>
  );
}

/** Why the foremost act is not open to this person. */
const whyNot = ({ refused }: CaseView): string | undefined =>
  refused.find(({ type, code }) => type === 'approve' && code === 'self-approval')?.reason;

type ReplyProps = { readonly view: CaseView; readonly canApprove: boolean };

/** Approve or send back, with an opinion; whoever sends back says why. */
function ReplyDecision({ view, canApprove }: ReplyProps): ReactNode {
  const t = useWords('decide');
  const [opinion, setOpinion] = useState('');
  const [isMissing, setMissing] = useState(false);
  const field = useRef<TextAreaRef>(null);
  const take = useTakeStep(view.id, () => setOpinion(''));
  const reason = opinion.trim();
  const run = (type: 'approve' | 'sendBack'): void => {
    const isUnsaid = type === 'sendBack' && reason === '';
    setMissing(isUnsaid);
    if (isUnsaid) field.current?.focus({ preventScroll: true });
    else if (!take.isPending) take.mutate({ body: reason === '' ? { type } : { type, reason }, version: view.version });
  };
  useKeys([
    ...(canApprove ? [{ keys: ['Ctrl+Enter'], does: t('approve'), run: () => run('approve') }] : []),
    { keys: ['Alt+T'], does: t('send-back'), run: () => run('sendBack') },
  ]);
  return (
    <>
      <label htmlFor="opinion" className="strong">
        {t('opinion')}
      </label>
      <Input.TextArea
        id="opinion"
        ref={field}
        rows={1}
        placeholder={t('opinion.hint')}
        value={opinion}
        status={isMissing ? 'error' : undefined}
        aria-describedby={isMissing ? 'opinion-missing' : undefined}
        onChange={({ target }) => setOpinion(target.value)}
      />
      {isMissing ? (
        <p id="opinion-missing" role="alert" className="field-problem">
          {t('opinion.missing')}
        </p>
      ) : null}
      {take.error === null ? null : <ErrorNotice error={take.error} />}
      <div className="decision-buttons">
        {canApprove ? (
          <Button type="primary" loading={take.isPending} onClick={() => run('approve')}>
            {t('approve')} <kbd aria-hidden>Ctrl</kbd> <kbd aria-hidden>Enter</kbd>
          </Button>
        ) : null}
        <Button disabled={take.isPending} onClick={() => run('sendBack')}>
          {t('send-back')} <kbd aria-hidden>Alt</kbd> <kbd aria-hidden>T</kbd>
        </Button>
      </div>
    </>
  );
}
