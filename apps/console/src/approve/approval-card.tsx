import type { CaseView, CommandType } from '@gongkai/contracts';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { PreviewPane } from '../case/steps/preview-pane.js';
import { usePreview, useTakeStep } from '../case/steps/use-step.js';
import type { CaseRead } from '../case/use-case.js';
import { DayField, useDecidedOn, type DecidedOn } from '../decide/day-field.js';
import { OpinionField } from '../decide/opinion-field.js';
import { StepButton } from '../decide/step-button.js';
import { PrincipalField, usePrincipal, type Principal } from '../decide/principal.js';
import { useOpinion } from '../decide/use-opinion.js';
import { DecideButton } from '../decide/decide-button.js';
import { useDays } from '../i18n/use-days.js';
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
  'confirmFact',
];
const FOREMOST = { primary: true, shortcut: 'Ctrl+Enter' } as const;

const may = ({ permitted }: CaseView, type: CommandType): boolean => permitted.some((step) => step.type === type);

/** The decision, pinned under the case: approve, sign, send back; beside it what the foremost act brings about. */
export function ApprovalCard({ read }: { readonly read: CaseRead }): ReactNode {
  const { view, office } = read;
  const t = useWords('decide');
  const main = MAIN.find((type) => may(view, type));
  const inDialog = IN_DIALOG.filter((type) => may(view, type));
  const foremost = inDialog.find((type) => type === main);
  const day = useDecidedOn(office.today);
  const principal = usePrincipal(view, main ?? 'sendBack');
  return (
    <section className="card decision-card" aria-label={t('decision')}>
      <div className="decision-form">
        <InPlace turn={view.turn} />
        {main === undefined ? <p>{whyNot(view) ?? t(inDialog.length === 0 ? 'decision.none' : 'decision.beside')}</p> : null}
        {may(view, 'sendBack') ? (
          <ReplyDecision
            {...{ read, day, principal }}
            key={view.version}
            canApprove={main === 'approve'}
            foremost={foremost === undefined ? null : <StepButton type={foremost} read={read} {...FOREMOST} />}
          />
        ) : null}
        <div className="decision-buttons">
          {inDialog
            .filter((type) => type !== foremost || !may(view, 'sendBack'))
            .map((type) => (
              <StepButton key={type} type={type} read={read} {...(type === main ? FOREMOST : {})} />
            ))}
        </div>
      </div>
      <div className="decision-after" tabIndex={0} role="group" aria-label={t('after')}>
        {main === undefined ? null : <After type={main} read={read} day={day} principal={principal} />}
      </div>
    </section>
  );
}

type AfterProps = { readonly type: CommandType; readonly read: CaseRead; readonly day: DecidedOn; readonly principal: Principal };

/** What the foremost act brings about, once it is settled in whose place. */
function After({ type, read: { view, office }, day, principal }: AfterProps): ReactNode {
  const asked = JSON.stringify({ type, ...(type === 'approve' ? day.given : {}), ...principal.given });
  const { data, error } = usePreview(view.id, asked, view.version, principal.isKnown);
  return (
    <PreviewPane type={type} view={view} preview={data} error={error} missing={principal.isKnown ? 0 : 1} today={office.today} />
  );
}

/** Whoever signs for another sees for whom, and by which delegation. */
function InPlace({ turn: { inPlaceOf } }: Pick<CaseView, 'turn'>): ReactNode {
  const t = useWords('decide');
  const { short } = useDays();
  if (inPlaceOf === undefined) return null;
  return <p className="dense strong">{t('in-place', { name: inPlaceOf.name, day: short(inPlaceOf.delegatedOn) })}</p>;
}

/** The step is somebody else's: of another post, or of another person. */
const WHY_NOT: ReadonlySet<string> = new Set(['self-approval', 'approval-of-another-post', 'approved-before']);

/** Why the foremost act is not open to this person. */
const whyNot = ({ refused }: CaseView): string | undefined =>
  refused.find(({ type, code }) => type === 'approve' && WHY_NOT.has(code))?.reason;

type ReplyProps = {
  readonly read: CaseRead;
  readonly canApprove: boolean;
  /** What stands where one approves, once that is done: to sign. */
  readonly foremost: ReactNode;
  readonly day: DecidedOn;
  readonly principal: Principal;
};

/** Approve or send back, with an opinion; whoever sends back says why. While the applicant waits, the approval is the signature too. */
function ReplyDecision({ read: { view, office }, canApprove, foremost, day, principal }: ReplyProps): ReactNode {
  const t = useWords('decide');
  const opinion = useOpinion(`${view.id}.reply`);
  const approve = t(view.turn.onTheSpot === true ? 'approve.sign' : 'approve');
  const sign = useTakeStep(view.id, () => undefined);
  const take = useTakeStep(view.id, (after) => {
    opinion.forget();
    day.type('');
    if (after.turn.onTheSpot === true && after.attribute.standing !== null && may(after, 'signReply'))
      sign.mutate({ body: { type: 'signReply', ...principal.given }, version: after.version, draw: true });
  });
  const run = (type: 'approve' | 'sendBack'): void => {
    const reason = opinion.said;
    if ((type === 'sendBack' ? !opinion.isGiven() : day.isUnread) || !principal.isSettled()) return;
    const read = type === 'approve' ? { ...day.given, ...(view.draft === null ? {} : { draft: view.draft }) } : {};
    const said = { ...(reason === '' ? {} : { reason }), ...read, ...principal.given };
    if (!take.isPending) take.mutate({ body: { type, ...said }, version: view.version });
  };
  useKeys([
    ...(canApprove ? [{ keys: ['Ctrl+Enter'], does: approve, run: () => run('approve') }] : []),
    { keys: ['Alt+T'], does: t('send-back'), run: () => run('sendBack') },
  ]);
  return (
    <>
      <PrincipalField principal={principal} />
      <OpinionField id="opinion" opinion={opinion} label={t('opinion')} hint={t('opinion.hint')} missing={t('opinion.missing')} />
      {canApprove ? <DayField id="approved-on" label={t('approve.on')} day={day} today={office.today} /> : null}
      {take.error === null ? null : <ErrorNotice error={take.error} />}
      {sign.error === null ? null : <ErrorNotice error={sign.error} />}
      <div className="decision-buttons">
        {canApprove ? <DecideButton label={approve} isPending={take.isPending} onDecide={() => run('approve')} /> : foremost}
        <Button disabled={take.isPending} onClick={() => run('sendBack')}>
          {t('send-back')} <kbd aria-hidden>Alt</kbd> <kbd aria-hidden>T</kbd>
        </Button>
      </div>
    </>
  );
}
