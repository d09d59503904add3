import { ANSWER_CODES, type CaseView, type EarlierRequest, type EarlierRequests } from '@gongkai/contracts';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useMergeable } from '../case/steps/use-mergeable.js';
import { useWords } from '../i18n/use-words.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { useOffice } from '../shell/use-office.js';
import { EarlierList } from './earlier-list.js';
import { FrequencyLine } from './frequency-line.js';
import { PublicPart } from './public-part.js';
import { StepAct } from './step-act.js';
import { volumeWith } from './volume.js';

type Props = { readonly view: CaseView; readonly read: UseQueryResult<EarlierRequests> };

type Own = NonNullable<EarlierRequests['own']>;

/** Percent from which two requests may be for the same information; a person decides. */
const MAY_BE_THE_SAME = 50;

/** What was asked before a case, with the one step that may follow from it: its form is opened, and nothing is done yet. */
export function EarlierTab({ view, read: { data, error, refetch } }: Props): ReactNode {
  const t = useWords('earlier');
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <div className="earlier-tab" aria-busy />;
  const { own, others } = data;
  return (
    <div className="earlier-tab">
      <PublicPart view={view} />
      <h3>{t('own')}</h3>
      {own === null || own.items.length === 0 ? (
        <p className="muted dense">{t('own.none')}</p>
      ) : (
        <>
          <FrequencyLine {...own.frequency} />
          <Excess view={view} own={own} />
          <EarlierList items={own.items} acts={(request) => <OwnActs view={view} request={request} />} />
        </>
      )}
      <h3>{t('others')}</h3>
      {others.length === 0 ? (
        <p className="muted dense">{t('others.none')}</p>
      ) : (
        <EarlierList items={others} named acts={(request) => <OthersActs view={view} request={request} />} />
      )}
    </div>
  );
}

/** The numbers of a finding that only a person makes (REG 35): proposed in its form, to be changed or left out there. */
function Excess({ view, own: { items, frequency } }: { readonly view: CaseView; readonly own: Own }): ReactNode {
  const t = useWords('earlier');
  const today = useOffice().data?.today;
  const similar = items.filter(isAlike).map(({ number }) => number);
  const values = {
    ...(today === undefined ? {} : volumeWith(frequency, view, today)),
    threshold: t('excess.threshold', { free: frequency.freeItems }),
    ...(similar.length === 0 ? {} : { similar: similar.join('、') }),
  };
  return (
    <StepAct view={view} type="askReasons" values={values} why={t('why.excess')}>
      {t('act.excess')}
    </StepAct>
  );
}

type ActsProps = { readonly view: CaseView; readonly request: EarlierRequest };

const isAlike = ({ likeness }: EarlierRequest): boolean => (likeness ?? 0) >= MAY_BE_THE_SAME;

/** What ended without an answer can be asked again. */
const isAnswered = ({ outcome }: EarlierRequest): boolean => ANSWER_CODES.some((code) => code === outcome);

/** Still open and due no later, both can be answered together; answered, the new one may be repeated. */
function OwnActs({ view, request }: ActsProps): ReactNode {
  const t = useWords('earlier');
  const { data: mergeable } = useMergeable(view.id, request.isOpen);
  if (request.isOpen)
    return mergeable?.items.some(({ id }) => id === request.id) !== true ? null : (
      <StepAct view={view} type="merge" values={{ intoCaseId: request.id }}>
        {t('act.merge')}
      </StepAct>
    );
  return isAnswered(request) && isAlike(request) ? (
    <StepAct view={view} type="decideItem" values={{ code: 'repeated', earlierCaseId: request.id }} why={t('why.repeated')}>
      {t('act.repeated')}
    </StepAct>
  ) : null;
}

/** What was given to another may be public by now; what several ask for may be published. */
function OthersActs({ view, request }: ActsProps): ReactNode {
  const t = useWords('earlier');
  if (!isAlike(request)) return null;
  return (
    <>
      {request.outcome === 'already_public' ? (
        <StepAct view={view} type="decideItem" values={{ code: 'already_public' }}>
          {t('act.public')}
        </StepAct>
      ) : null}
      <StepAct view={view} type="suggestPublication" values={{}} why={t('why.suggest')}>
        {t('act.suggest')}
      </StepAct>
    </>
  );
}
