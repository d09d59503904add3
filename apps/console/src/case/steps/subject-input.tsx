import type { CaseView, JournalEntryView } from '@gongkai/contracts';
import { Checkbox, Select } from 'antd';
import type { ReactNode } from 'react';
import { useDays } from '../../i18n/use-days.js';
import { useWords } from '../../i18n/use-words.js';
import { useEntryName } from '../history/use-entry-name.js';
import { EntryFacts } from './entry-facts.js';
import type { InputProps } from './input-props.js';
import { isSubject, type Subject } from './step-values.js';

/** Items and entries have long names; the list may be wider than its field. */
const WIDE = 560;

/** Which item, paper, consultation or remedy a step is about: only those that wait for it can be chosen. */
export function SubjectInput({ id, type, view, journal, value, onChange, invalid }: InputProps): ReactNode {
  const nameOf = useSubjectName(view, journal);
  const subjects = view.permitted.find((step) => step.type === type)?.subjects ?? [];
  const keyOf = ({ field, id: of }: Subject): string => `${field}:${of}`;
  const entry = isSubject(value) && value.field === 'entryId' ? journal.find((one) => one.id === value.id) : undefined;
  return (
    <>
      <Select
        id={id}
        value={isSubject(value) ? keyOf(value) : undefined}
        options={subjects.map((subject) => ({ value: keyOf(subject), label: nameOf(subject) }))}
        status={invalid ? 'error' : undefined}
        popupMatchSelectWidth={WIDE}
        onChange={(key: string) => {
          const chosen = subjects.find((subject) => keyOf(subject) === key);
          if (chosen) onChange({ field: chosen.field, id: chosen.id });
        }}
      />
      {entry !== undefined && <EntryFacts entry={entry} view={view} journal={journal} />}
    </>
  );
}

/** Names what a step can be about. */
function useSubjectName(view: CaseView, journal: readonly JournalEntryView[]): (subject: Subject) => string {
  const entryName = useEntryName(view);
  const { listed } = useDays();
  const t = useWords('step');
  const terms = useWords('terms');
  const item = (id: string): string => {
    const index = view.items.findIndex((one) => one.id === id);
    return t('subject.item', { number: index + 1, description: view.items[index]?.description ?? '' });
  };
  const notice = (id: string): string => {
    const found = view.notices.find((one) => (id === 'reply' ? one.kind === 'reply' : one.id === id));
    return found ? `${terms(`notice.${found.kind}`)} ${found.number ?? ''}` : terms('notice.reply');
  };
  const consultation = (id: string): string => {
    const found = view.consultations.find((one) => one.id === id);
    return found ? `${terms(`consultation.${found.kind}`)} ${found.party}` : id;
  };
  const remedy = (id: string): string => {
    const found = view.remedies.find((one) => one.id === id);
    return found ? t(`remedy.${found.kind}`, { date: listed(found.openedOn) }) : id;
  };
  const order = (id: string): string => {
    const found = view.orders.find((one) => one.id === id);
    const last = found?.demands.at(-1);
    if (found === undefined || last === undefined) return id;
    return t('subject.order', { kind: terms(`orderKind.${found.kind}`), day: listed(last.on), text: last.text });
  };
  const entry = (id: string): string => {
    const found = journal.find((one) => one.id === id);
    return found ? entryName(found) : id;
  };
  const names: Readonly<Record<string, (id: string) => string>> = {
    itemId: item,
    noticeId: notice,
    consultationId: consultation,
    remedyId: remedy,
    entryId: entry,
    orderId: order,
    requestId: (of) => view.unitRequests.find((one) => one.id === of)?.unit ?? of,
  };
  return ({ field, id }) => names[field]?.(id) ?? id;
}

/** Several items of the case, or of those that are meant. */
export function ItemsInput({ view, field, value, onChange }: InputProps): ReactNode {
  const chosen = Array.isArray(value) ? (value as string[]) : [];
  return (
    <Checkbox.Group
      value={chosen}
      options={view.items
        .filter(({ id }) => field.options.length === 0 || field.options.includes(id))
        .map(({ id, description }) => ({ value: id, label: description }))}
      onChange={(next) => onChange(next)}
    />
  );
}

/** No letter is meant: an answer as well. */
const NONE = '';

/** Those letters of the case that are about the items taken out; which of the two, nobody has to say. */
export function LettersInput({ view, value, onChange }: InputProps): ReactNode {
  const t = useWords('step');
  const terms = useWords('terms');
  const chosen = Array.isArray(value) ? (value as string[]) : undefined;
  const here = view.consultations.filter(({ elsewhereFrom }) => elsewhereFrom === null);
  const letters = here.map(({ id, kind, party }) => ({
    value: id,
    label: `${terms(`consultation.${kind}`)} ${party}`,
  }));
  const change = (next: readonly string[]): void => {
    const wasNone = chosen?.length === 0;
    const named = next.filter((id) => id !== NONE);
    if (next.includes(NONE) && !wasNone) {
      onChange([]);
      return;
    }
    onChange(named.length === 0 ? undefined : named);
  };
  return (
    <Checkbox.Group
      value={chosen?.length === 0 ? [NONE] : (chosen ?? [])}
      options={[...letters, { value: NONE, label: t('letters.none') }]}
      onChange={change}
    />
  );
}
