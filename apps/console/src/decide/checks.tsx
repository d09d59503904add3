import type { CaseView } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import type { Say } from '../i18n/i18n.js';
import { useWords } from '../i18n/use-words.js';
import { useDays } from '../i18n/use-days.js';
import { placesOf } from '../case/consulted-items.js';
import { useDocuments } from '../case/use-case.js';
import { useRedactionsOf } from '../redact/use-redaction.js';
import { shortPrint } from '../parts/short-print.js';
import { CheckList, type Check } from './check-list.js';

/** What can be told of a reply before it is signed, from the case as it is. */
export function Checks({ view }: { readonly view: CaseView }): ReactNode {
  const t = useWords('decide');
  return <CheckList title={t('checks')} checks={useChecks(view)} />;
}

function useChecks(view: CaseView): readonly Check[] {
  const { items, deadlines, light, refused, consultations } = view;
  const t = useWords('decide');
  const nameOf = useFileName(view);
  const consulted = useConsulted(view);
  const { listed } = useDays();
  const decided = items.filter(({ decision }) => decision !== null);
  const reviewed = items.filter(({ review }) => review !== null);
  const open = reviewed.filter(({ review }) => review?.status !== 'passed');
  const own = refused.find(({ code }) => code === 'self-approval');
  const due = dueOf(deadlines);
  return [
    {
      passed: decided.length === items.length,
      pending: true,
      name: t('check.decided'),
      note: t(decided.length === items.length ? 'check.decided.note' : 'check.decided.open', {
        decided: decided.length,
        total: items.length,
      }),
    },
    {
      passed: open.length === 0,
      pending: open.every(({ review }) => review?.status === 'pending'),
      name: t('check.reviewed'),
      note: reviewNote(reviewed, nameOf, t),
    },
    ...useAttributeCheck(view),
    ...consultations.filter(({ isHeeded }) => isHeeded).map(consulted),
    ...useUnitChecks(view),
    ...draftCheck(view, t),
    {
      passed: own === undefined,
      name: t('check.drafter'),
      note: own?.reason ?? t('check.drafter.note'),
    },
    {
      passed: light !== 'overdue',
      name: t('check.due'),
      note: due === null ? t('check.due.none') : t('check.due.note', { day: listed(due) }),
    },
  ];
}

/** Firm or provisional; of two readings of one letter the office works to the earlier. */
function dueOf(deadlines: CaseView['deadlines']): string | null {
  const due = deadlines.finalDue ?? deadlines.provisionalFinalDue ?? null;
  const cautious = deadlines.cautiousFinalDue ?? deadlines.provisionalCautiousFinalDue ?? null;
  return due !== null && (cautious === null || due < cautious) ? due : cautious;
}

/** What somebody who was asked said: a refusal that the public interest does not outweigh stands against releasing it. */
function useConsulted(view: CaseView): (consultation: CaseView['consultations'][number]) => Check {
  const t = useWords('decide');
  const { listed } = useDays();
  const words = useWords('case');
  return (letter) => {
    const { party, answer, itemIds, setAside, givenOutOver, cameOn } = letter;
    const isAwaited = letter.isAwaited || cameOn !== undefined;
    const silent = cameOn === undefined ? t('check.consulted.silent') : words('answer.came', { date: listed(cameOn) });
    const open = letter.isAwaited ? words('answer.open') : silent;
    const said = answer === null ? open : words(`answer.${answer}`);
    return {
      pending: isAwaited,
      passed: !isAwaited && givenOutOver.length === 0,
      name: t('check.consulted', { party, items: placesOf(view, itemIds) }),
      note: setAside.length > 0 ? `${said}${words('answer.overridden', { items: placesOf(view, setAside) })}` : said,
    };
  };
}

/** Units that were asked to help and have not answered: nothing stands against signing without them, and who signs knows it. */
function useUnitChecks({ unitRequests, people }: CaseView): readonly Check[] {
  const t = useWords('decide');
  const { listed } = useDays();
  return unitRequests
    .filter(({ answeredOn }) => answeredOn === null)
    .map(({ unit, person, due }) => ({
      passed: false,
      pending: true,
      name: t('check.unit', { unit, name: people[person] ?? '' }),
      note: t('check.unit.open', { due: listed(due) }),
    }));
}

/** Once somebody has said something of the public attribute: whether it is left to whoever signs. */
function useAttributeCheck({ attribute: { standing, proposed, opined } }: CaseView): readonly Check[] {
  const t = useWords('decide');
  const terms = useWords('terms');
  if (proposed === null && opined === null) return [];
  const note = standing === null ? t('check.attribute.open') : terms(`attribute.${standing}`);
  return [{ passed: standing !== null, pending: true, name: terms('field.attribute'), note }];
}

/** Once a draft is approved: whether it is still the one that was read. */
function draftCheck({ draft, approvedDraft }: CaseView, t: Say<'decide'>): readonly Check[] {
  if (draft === null || approvedDraft === null) return [];
  const note = t('check.draft.note', { draft: shortPrint(approvedDraft) });
  const isSame = draft === approvedDraft;
  return [{ passed: isSame, name: t('check.draft'), note: isSame ? note : t('check.draft.changed') }];
}

/** A file by its name and the first signs of its fingerprint. */
function useFileName({ id: caseId }: CaseView): (id: string) => string {
  const t = useWords('decide');
  const { data } = useDocuments(caseId);
  const redacted = (useRedactionsOf(caseId).data?.items ?? []).flatMap(({ result }) => result ?? []);
  const files = [...(data?.items ?? []).filter((one) => one.type === 'file'), ...redacted];
  return (id) => {
    const name = files.find((file) => file.id === id)?.name;
    return name === undefined ? shortPrint(id) : t('check.reviewed.file', { name, print: shortPrint(id) });
  };
}

/** To what the review is bound: its files, and the originals it names. */
function reviewNote(reviewed: CaseView['items'], nameOf: (id: string) => string, t: Say<'decide'>): string {
  if (reviewed.length === 0) return t('check.reviewed.none');
  if (reviewed.some(({ review }) => review?.status === 'changed')) return t('check.reviewed.changed');
  const files = reviewed.flatMap(({ review }) => review?.fileIds ?? []).map(nameOf);
  const originals = reviewed.flatMap(({ review }) => review?.original?.name ?? []);
  const bound = [
    files.length === 0 ? null : t('check.reviewed.note', { files: files.join(t('comma')) }),
    originals.length === 0 ? null : t('check.reviewed.original', { originals: originals.join(t('comma')) }),
  ].filter((note) => note !== null);
  return bound.length === 0 ? t('check.reviewed.no-files') : bound.join(t('comma'));
}
