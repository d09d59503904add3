import type { CaseView } from '@gongkai/contracts';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { PreviewPane } from '../case/steps/preview-pane.js';
import { usePreview, useTakeStep } from '../case/steps/use-step.js';
import type { CaseRead } from '../case/use-case.js';
import { AttributeField, attributeOpinion, firstAttribute } from '../decide/attribute-field.js';
import { DayField, useDecidedOn, type DecidedOn } from '../decide/day-field.js';
import { OpinionField } from '../decide/opinion-field.js';
import { StepButton } from '../decide/step-button.js';
import { useOpinion } from '../decide/use-opinion.js';
import { DecideButton } from '../decide/decide-button.js';
import { useWords } from '../i18n/use-words.js';
import { useKeys } from '../keys/use-keys.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { useSession } from '../session/session.js';
import { LegalOpinion } from './legal-opinion.js';
import { LegalReview } from './legal-review.js';
import { RedactionTick, useRedactionCheck, type RedactionCheck } from './redaction-check.js';

/** The finding, pinned under the case: item by item, passed or blocked with a reason. A legal reviewer writes an opinion. */
export function FindingsCard({ read }: { readonly read: CaseRead }): ReactNode {
  const { role } = useSession();
  const t = useWords('decide');
  if (role !== 'legal') return <ReviewCard read={read} />;
  const owed = read.view.permitted.some(({ type }) => type === 'reviewLegally');
  return (
    <section className="card decision-card legal-card" aria-label={t('legal.opinion')}>
      <div className="decision-form">{owed ? <LegalReview read={read} /> : <LegalOpinion read={read} />}</div>
    </section>
  );
}

function ReviewCard({ read }: { readonly read: CaseRead }): ReactNode {
  const { view, office } = read;
  const t = useWords('decide');
  const pending = view.items.find(({ review }) => review?.status === 'pending');
  const mayReview = view.permitted.some(({ type }) => type === 'passReview');
  const item = mayReview ? pending : undefined;
  const day = useDecidedOn(office.today);
  const redaction = useRedactionCheck(view, item);
  const asked = JSON.stringify({ type: 'passReview', itemId: item?.id, ...day.given, ...redaction.given });
  const preview = usePreview(view.id, asked, view.version, item !== undefined);
  return (
    <section className="card decision-card" aria-label={t('finding')}>
      <div className="decision-form">
        {item === undefined ? (
          <>
            <p>{t('finding.none')}</p>
            <div className="decision-buttons">
              <StepButton type="note" read={read} primary shortcut="Ctrl+Enter" />
            </div>
          </>
        ) : (
          <Finding key={item.id} read={read} item={item} day={day} redaction={redaction} />
        )}
      </div>
      <div className="decision-after" tabIndex={0} role="group" aria-label={t('after')}>
        {item === undefined ? null : (
          <PreviewPane
            type="passReview"
            view={view}
            preview={preview.data}
            error={preview.error}
            missing={0}
            today={office.today}
          />
        )}
      </div>
    </section>
  );
}

type FindingProps = {
  readonly read: CaseRead;
  readonly item: CaseView['items'][number];
  readonly day: DecidedOn;
  readonly redaction: RedactionCheck;
};

function Finding({ read: { view, office }, item, day, redaction }: FindingProps): ReactNode {
  const t = useWords('decide');
  const opinion = useOpinion(`${item.id}.review`);
  const take = useTakeStep(view.id, opinion.forget);
  const [attribute, setAttribute] = useState(() => firstAttribute(view));
  const { said } = opinion;
  const attributed = attributeOpinion(view, attribute, said);
  const send = (body: Readonly<Record<string, unknown>>): void => {
    if (!take.isPending) take.mutate({ body: { ...body, itemId: item.id }, version: view.version });
  };
  const pass = (): void => {
    if (day.isUnread || !redaction.isDone() || (attributed.differs && !opinion.isGiven())) return;
    const note = said === '' || attributed.differs ? {} : { note: said };
    send({ type: 'passReview', ...note, ...attributed.said, ...day.given, ...redaction.given });
  };
  const block = (): void => {
    if (opinion.isGiven()) send({ type: 'blockReview', reason: said });
  };
  useKeys([
    { keys: ['Ctrl+Enter'], does: t('pass'), run: pass },
    { keys: ['Alt+T'], does: t('block'), run: block },
  ]);
  return (
    <>
      <OpinionField
        id="finding"
        opinion={opinion}
        label={t('finding.of', { number: view.items.indexOf(item) + 1, description: item.description })}
        hint={t('finding.hint')}
        missing={t(attributed.differs ? 'finding.attribute' : 'finding.missing')}
      />
      <AttributeField view={view} value={attribute} onChange={setAttribute} />
      <RedactionTick check={redaction} />
      <DayField id="passed-on" label={t('pass.on')} day={day} today={office.today} />
      {take.error === null ? null : <ErrorNotice error={take.error} />}
      <div className="decision-buttons">
        <DecideButton label={t('pass')} isPending={take.isPending} onDecide={pass} />
        <Button disabled={take.isPending} onClick={block}>
          {t('block')} <kbd aria-hidden>Alt</kbd> <kbd aria-hidden>T</kbd>
        </Button>
      </div>
    </>
  );
}
