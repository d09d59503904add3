import { LEGAL_OPINIONS, type LegalOpinion } from '@gongkai/contracts';
import { useState, type ReactNode } from 'react';
import { useTakeStep } from '../case/steps/use-step.js';
import type { CaseRead } from '../case/use-case.js';
import { DayField, useDecidedOn } from '../decide/day-field.js';
import { OpinionField } from '../decide/opinion-field.js';
import { useOpinion } from '../decide/use-opinion.js';
import { DecideButton } from '../decide/decide-button.js';
import { useWords } from '../i18n/use-words.js';
import { useKeys } from '../keys/use-keys.js';
import { Choice } from '../parts/choice.js';
import { ErrorNotice } from '../parts/error-notice.js';

/** The legal review that a draft waits for: it may go on, with remarks or without, or goes back with what is wrong. */
export function LegalReview({ read: { view, office } }: { readonly read: CaseRead }): ReactNode {
  const t = useWords('decide');
  const terms = useWords('terms');
  const opinion = useOpinion(`${view.id}.legal`);
  const [found, setFound] = useState<LegalOpinion | null>(null);
  const [isFindingMissing, setFindingMissing] = useState(false);
  const day = useDecidedOn(office.today);
  const take = useTakeStep(view.id, opinion.forget);
  const { said } = opinion;
  const send = (): void => {
    setFindingMissing(found === null);
    if (found === null || day.isUnread || take.isPending || (found !== 'agrees' && !opinion.isGiven())) return;
    const read = view.draft === null ? {} : { draft: view.draft };
    const body = { type: 'reviewLegally', opinion: found, ...(said === '' ? {} : { reason: said }), ...read, ...day.given };
    take.mutate({ body, version: view.version });
  };
  useKeys([{ keys: ['Ctrl+Enter'], does: t('legal.give'), run: send }]);
  return (
    <>
      <Choice
        label={t('legal.finding')}
        options={LEGAL_OPINIONS.map((one) => ({ value: one, label: terms(`opinion.${one}`) }))}
        value={found}
        onChange={(chosen) => {
          setFound(chosen);
          setFindingMissing(false);
        }}
      />
      {isFindingMissing ? (
        <p role="alert" className="field-problem">
          {t('legal.finding-missing')}
        </p>
      ) : null}
      <OpinionField
        id="legal-opinion"
        opinion={opinion}
        label={t('legal.opinion')}
        hint={t('legal.hint')}
        missing={t('legal.reason-missing')}
        rows={2}
      >
        <p className="muted dense">{t('legal.asked')}</p>
      </OpinionField>
      <DayField id="reviewed-on" label={t('legal.on')} day={day} today={office.today} />
      {take.error === null ? null : <ErrorNotice error={take.error} />}
      <div className="decision-buttons">
        <DecideButton label={t('legal.give')} isPending={take.isPending} onDecide={send} />
      </div>
    </>
  );
}
