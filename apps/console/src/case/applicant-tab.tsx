import type { CaseView } from '@gongkai/contracts';
import { Fragment, type ReactNode } from 'react';
import type { Say } from '../i18n/i18n.js';
import { useDays } from '../i18n/use-days.js';
import { useWords } from '../i18n/use-words.js';
import { isKey } from '../i18n/i18n.js';
import { arrivalOf } from '../intake/arrival-of.js';
import { useContactWords } from '../intake/use-contact-words.js';
import { AgentLink } from './agent-link.js';
import { IdLook } from './id-look.js';
import { useAgents } from './use-case.js';
import { useLook } from './use-look.js';
import '../parts/check-me.css';

/** The kind of an identity document, as the form on which it was logged calls it. */
function useIdType(): (idType: string | undefined) => string {
  const t = useWords('intake');
  return (idType = '') => {
    const key = `id-type.${idType}`;
    return isKey('intake', key) ? t(key) : idType;
  };
}

/** What else was noted of an arrival, where it was. */
const arrivalLines = (receipt: CaseView['receipt'], t: Say<'intake'>): (readonly [string, string | undefined])[] => [
  [t('evidence.signedBy'), receipt.signedBy],
  [t('evidence.pages'), receipt.pages?.toString()],
  [t('evidence.missingPages'), receipt.missingPages],
  [t('evidence.arrivedAt'), receipt.arrivedAt],
  [t('oral'), 'oral' in receipt && receipt.oral === true ? t('oral.what') : undefined],
];

type Line = readonly [name: string, text: ReactNode];

/** Who asks, and how the application came: the numbers of identity documents are masked, until somebody says why they look. */
export function ApplicantTab({ view }: { readonly view: CaseView }): ReactNode {
  const lines = [...useApplicantLines(view), ...useArrivalLines(view)];
  return (
    <dl className="case-lines">
      {lines.map(([name, text]) =>
        text === undefined ? null : (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ),
      )}
    </dl>
  );
}

function useApplicantLines(view: CaseView): readonly Line[] {
  const { id, applicant, delivery } = view;
  const t = useWords('case');
  const look = useLook(id);
  const idType = useIdType();
  const { idNumber, agentIdNumber, doubtful = [] } = applicant;
  const shown = (type: string | undefined, masked: string | undefined, whole: string | null | undefined): string | undefined =>
    masked === undefined ? undefined : `${idType(type)} ${whole ?? masked}`.trim();
  const own = shown(applicant.idType, idNumber, look.seen?.idNumber);
  const agents = shown(applicant.agentIdType, agentIdNumber, look.seen?.agentIdNumber);
  const button = applicant.mayLook === true ? <IdLook look={look} /> : null;
  const numbered = (text: string | undefined, name: (typeof doubtful)[number], beside: ReactNode): ReactNode =>
    text === undefined ? undefined : (
      <>
        {text} {doubtful.includes(name) ? <span className="check-me">{t('applicant.doubtful')}</span> : null} {beside}
      </>
    );
  return [
    [t('applicant'), applicant.name],
    [t('applicant.category'), t(applicant.category === 'other_org' ? 'category.others' : `category.${applicant.category}`)],
    [t('applicant.id'), numbered(own, 'idNumber', button)],
    [t('applicant.phone'), applicant.phone],
    [t('applicant.email'), applicant.email],
    [t('applicant.address'), applicant.address],
    [t('accessibility'), applicant.accessibility],
    [
      t('applicant.agent'),
      <Fragment key="agent">
        {applicant.agent ?? t('applicant.agent.none')} <AgentLink view={view} />
      </Fragment>,
    ],
    [t('agent.id'), numbered(agents, 'agentIdNumber', own === undefined ? button : null)],
    [t('agent.phone'), applicant.agentPhone],
    [t('agent.scope'), applicant.agentScope],
    [t('agent.former'), useFormerAgents(id)],
    [t('delivery'), t(`delivery.${delivery}`)],
  ];
}

/** Who acted for the applicant before, and from when until when. */
function useFormerAgents(id: string): ReactNode {
  const t = useWords('case');
  const { full } = useDays();
  const former = useAgents(id).filter(({ until }) => until !== null);
  if (former.length === 0) return undefined;
  return former.map(({ agent, from, until }) => (
    <div key={`${agent} ${from}`}>{t('agent.former.one', { agent, from: full(from), until: full(until ?? from) })}</div>
  ));
}

function useArrivalLines({ receipt }: CaseView): readonly Line[] {
  const t = useWords('case');
  const { full } = useDays();
  const intake = useWords('intake');
  const how = useContactWords();
  const arrival = arrivalOf(receipt);
  return [
    [t('channel'), t(`channel.${receipt.channel}`)],
    [intake(`arrival.${arrival.name}`), full(arrival.day)],
    [intake('evidence.postedOn'), arrival.posted === undefined ? undefined : full(arrival.posted)],
    [t('received-on'), receipt.receivedOn === null ? t('received-on.none') : full(receipt.receivedOn)],
    [t('receipt.tracking'), receipt.trackingNumber],
    ...arrivalLines(receipt, intake),
    [t('receipt.confirmed'), [receipt.confirmedBy, how(receipt.confirmedHow ?? '')].filter(Boolean).join(' ') || undefined],
  ];
}
