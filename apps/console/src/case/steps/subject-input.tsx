import type { CaseView } from '@gongkai/contracts';
import { Checkbox, Select } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../../i18n/use-words.js';
import type { InputProps } from './input-props.js';
import type { Subject } from './step-values.js';

/** Which item, paper, consultation or remedy a step is about: only those that wait for it can be chosen. */
export function SubjectInput({ id, type, view, value, onChange, invalid }: InputProps): ReactNode {
  const nameOf = useSubjectName(view);
  const subjects = view.permitted.find((step) => step.type === type)?.subjects ?? [];
  const keyOf = ({ field, id: of }: Subject): string => `${field}:${of}`;
  return (
    <Select
      id={id}
      value={value === undefined ? undefined : keyOf(value as Subject)}
      options={subjects.map((subject) => ({ value: keyOf(subject), label: nameOf(subject) }))}
      status={invalid ? 'error' : undefined}
      onChange={(key: string) => {
        const chosen = subjects.find((subject) => keyOf(subject) === key);
        if (chosen) onChange({ field: chosen.field, id: chosen.id });
      }}
    />
  );
}

/** Names what a step can be about. */
function useSubjectName(view: CaseView): (subject: Subject) => string {
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
    return found ? t(`remedy.${found.kind}`, { date: found.openedOn }) : id;
  };
  const names: Readonly<Record<string, (id: string) => string>> = {
    itemId: item,
    noticeId: notice,
    consultationId: consultation,
    remedyId: remedy,
  };
  return ({ field, id }) => names[field]?.(id) ?? id;
}

/** Several items of the case. */
export function ItemsInput({ view, value, onChange }: InputProps): ReactNode {
  const chosen = Array.isArray(value) ? (value as string[]) : [];
  return (
    <Checkbox.Group
      value={chosen}
      options={view.items.map(({ id, description }) => ({ value: id, label: description }))}
      onChange={(next) => onChange(next)}
    />
  );
}
