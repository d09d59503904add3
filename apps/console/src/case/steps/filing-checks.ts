import type { CaseView, DeliveryLack, DocumentsView } from '@gongkai/contracts';
import type { Check } from '../../decide/check-list.js';
import type { Say } from '../../i18n/i18n.js';
import { useJournal } from '../../clock/use-ledger.js';
import { useWords } from '../../i18n/use-words.js';
import { useDocuments } from '../use-case.js';
import { papersIn, proofsMissed, type Papers } from './filing-papers.js';

/** Whether the papers of a case are all there: the application, what went out with its proof, what was released. Null while they are read. */
export function useFilingChecks(view: CaseView): readonly Check[] | null {
  const t = useWords('decide');
  const terms = useWords('terms');
  const { data } = useDocuments(view.id);
  const { data: journal } = useJournal(view.id);
  if (data === undefined || journal === undefined) return null;
  return checksOf(view, papersIn(data.items, journal), { t, terms });
}

/** What there is of the application itself, and beside it. */
function filesNote({ originals, others }: Papers, t: Say<'decide'>): string {
  const said = originals === 0 ? t('complete.files.none') : t('complete.files.note', { count: originals });
  return others === 0 ? said : t('complete.files.beside', { said, others: t('complete.files.others', { count: others }) });
}

type Wording = { readonly t: Say<'decide'>; readonly terms: Say<'terms'> };
type Notice = CaseView['notices'][number] | Extract<DocumentsView['items'][number], { type: 'notice' }>;
const isUnserved = ({ dispatchedOn, servedOn }: Notice): boolean => dispatchedOn !== null && servedOn === null;

function checksOf({ notices, items, remedies }: CaseView, papers: Papers, { t, terms }: Wording): readonly Check[] {
  const unsent = notices.filter(({ dispatchedOn }) => dispatchedOn === null);
  const unserved = notices.filter(isUnserved);
  const missed = notices.map((notice) => ({ ...notice, lacks: proofsMissed(notice.lacks, papers) }));
  const lacking = missed.filter(({ lacks }) => lacks.length > 0);
  const released = items.filter(({ review }) => review !== null);
  const open = remedies.filter(({ closedOn }) => closedOn === null);
  return [
    { passed: papers.originals > 0, name: t('complete.files'), note: filesNote(papers, t) },
    { passed: unsent.length === 0, name: t('complete.sent'), note: t('complete.notices', { count: notices.length }) },
    { passed: unserved.length === 0, name: t('complete.served'), note: unservedNote(unserved, { t, terms }) },
    { passed: lacking.length === 0, name: t('complete.proven'), note: lackingNote(missed, { t, terms }) },
    {
      passed: released.every(({ review }) => review?.status === 'passed'),
      name: t('complete.reviewed'),
      note: t('complete.released', { count: released.length }),
    },
    { passed: open.length === 0, name: t('complete.remedies'), note: t('complete.open', { count: open.length }) },
  ];
}

/** Which papers were sent and not served, by what they are called. */
function unservedNote(unserved: readonly Notice[], { t, terms }: Wording): string {
  const said = t('complete.unserved', { count: unserved.length });
  const names = unserved.map(({ kind, number }) => [terms(`notice.${kind}`), number ?? ''].filter(Boolean).join(' '));
  return names.length === 0 ? said : t('complete.which', { said, names: names.join(t('comma')) });
}

type Missing = Pick<CaseView['notices'][number], 'kind' | 'number' | 'dispatchedOn'> & {
  readonly lacks: readonly DeliveryLack[];
};

/** What each document lacks to prove its delivery, and who can supply it. */
function lackingNote(notices: readonly Missing[], { t, terms }: Wording): string {
  const said = notices.flatMap(({ kind, number, lacks }) =>
    lacks.length === 0
      ? []
      : t('complete.lacks', {
          name: [terms(`notice.${kind}`), number ?? ''].filter(Boolean).join(' '),
          lacks: lacks.map((lack) => t(`lack.${lack}`)).join(t('comma')),
        }),
  );
  const sent = notices.filter(({ dispatchedOn }) => dispatchedOn !== null).length;
  return said.length === 0
    ? t('complete.proven.all', { count: sent })
    : t('complete.supply', { said: said.join(t('semicolon')) });
}

/** What is missing of a case that is about to be filed, in words; null where nothing is. */
export function useFilingGaps(view: CaseView): string | null {
  const t = useWords('decide');
  const failed = (useFilingChecks(view) ?? []).filter(({ passed }) => !passed);
  return failed.length === 0 ? null : failed.map(({ name, note }) => t('filing.gap', { name, note })).join(t('semicolon'));
}
