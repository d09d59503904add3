import {
  ANSWER_CODES,
  Delivery,
  type CaseList,
  type Helper,
  type HelperList,
  type JournalEntryView,
  type PersonView,
} from '@gongkai/contracts';
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { api } from '../../api/api.js';
import { keys } from '../../api/keys.js';
import { useEarlierOfCase } from '../../earlier/use-earlier.js';
import { useDays } from '../../i18n/use-days.js';
import { useLanguage, useWords } from '../../i18n/use-words.js';
import { DateInput } from '../../parts/date-input.js';
import { daysIn, type DayOfEntry } from '../history/days-of-entry.js';
import { useEntryName } from '../history/use-entry-name.js';
import { useDayLabel } from './entry-facts.js';
import type { InputProps } from './input-props.js';
import { leaningOf } from './step-values.js';
import { useMergeable } from './use-mergeable.js';
import { useCaseworkers } from '../../parts/use-caseworkers.js';
import { useSettled } from './use-step.js';
import { useWorkload } from './use-workload.js';

/** Who can be given a case, not who has it already; each with what they have in hand already; to help with it also people of the organs below. */
export const PersonInput = (props: InputProps): ReactNode =>
  props.type === 'askUnit' ? <HelperInput {...props} /> : <CaseworkerInput {...props} />;

function CaseworkerInput(props: InputProps): ReactNode {
  const { organ, assignee } = props.view;
  const people = useCaseworkers(organ).data?.items ?? [];
  const others = props.type === 'assign' ? people.filter(({ id }) => id !== assignee?.id) : people;
  return <ChoosePerson {...props} people={others} />;
}

const useHelpers = (id: string) =>
  useQuery({ queryKey: keys.cases.helpers(id), queryFn: () => api.get<HelperList>(`/cases/${id}/helpers`) });

function HelperInput(props: InputProps): ReactNode {
  const { id, organ } = props.view;
  const language = useLanguage();
  const helpers = useHelpers(id);
  const called = (helper: Helper): string =>
    helper.organ === organ ? helper.name : `${helper.name}（${helper.organName[language]}）`;
  return <ChoosePerson {...props} people={(helpers.data?.items ?? []).map((one) => ({ ...one, name: called(one) }))} />;
}

type Choosing = InputProps & { readonly people: readonly Pick<PersonView, 'id' | 'name' | 'absent'>[] };

/** Who is away is told. */
function ChoosePerson({ id, value, onChange, invalid, view, people }: Choosing): ReactNode {
  const t = useWords('step');
  const told = useWorkload(view.organ, useHelpers(view.id).data?.items);
  return (
    <Select
      id={id}
      showSearch={{ optionFilterProp: 'label' }}
      value={typeof value === 'string' ? value : undefined}
      status={invalid ? 'error' : undefined}
      options={people.map((person) => ({
        value: person.id,
        label: told(person, person.absent ? t('absent', { name: person.name }) : person.name),
      }))}
      onChange={(next: string) => onChange(next)}
    />
  );
}

const SHOWN = 20;

/** Another case: to merge into, one of those that can be; answered before, one of the same applicant; to link with, any in sight. */
export const CaseInput = (props: InputProps): ReactNode => {
  if (props.type === 'merge') return <MergeInput {...props} />;
  return props.type === 'decideItem' ? <EarlierInput {...props} /> : <FindCaseInput {...props} />;
};

/** An earlier application of the same applicant that was answered: one of those that are most alike, or another by its number. */
function EarlierInput(props: InputProps): ReactNode {
  const t = useWords('step');
  const { listed } = useDays();
  const own = useEarlierOfCase(props.view.id).data?.own?.items ?? [];
  const answered = own.filter(({ isOpen, outcome }) => !isOpen && ANSWER_CODES.some((code) => code === outcome));
  const offered = answered.map(({ id: value, number, subject, openedOn }) => ({
    value,
    label: t('merge.case', { number, subject, day: listed(openedOn) }),
  }));
  return <FindCaseInput {...props} offered={offered} placeholder={t(offered.length === 0 ? 'earlier.none' : 'earlier.choose')} />;
}

/** One of the open cases of the same applicant. */
function MergeInput({ id, value, onChange, invalid, view }: InputProps): ReactNode {
  const t = useWords('step');
  const { listed } = useDays();
  const found = useMergeable(view.id);
  return (
    <Select
      id={id}
      value={typeof value === 'string' ? value : undefined}
      status={invalid ? 'error' : undefined}
      placeholder={found.data?.items.length === 0 ? t('merge.none') : t('merge.choose')}
      notFoundContent={found.isPending ? null : t('merge.none')}
      options={(found.data?.items ?? []).map(({ id: other, number, subject, openedOn }) => ({
        value: other,
        label: t('merge.case', { number, subject, day: listed(openedOn) }),
      }))}
      onChange={(next: string) => onChange(next)}
    />
  );
}

type Offered = {
  /** What can be chosen before anything is typed. */
  readonly offered?: readonly { readonly value: string; readonly label: string }[];
  readonly placeholder?: string;
};

/** Any case, found by number, name or text. */
function FindCaseInput(props: InputProps & Offered): ReactNode {
  const { id, value, onChange, invalid, view, offered = [], placeholder } = props;
  const t = useWords('step');
  const [typed, setTyped] = useState('');
  const q = useSettled(typed.trim());
  const found = useQuery({
    queryKey: [...keys.cases.lists, 'pick', q],
    queryFn: () => api.get<CaseList>('/cases', { q, limit: SHOWN }),
    enabled: q !== '',
    placeholderData: (before) => before,
  });
  const known = new Set([view.id, ...offered.map((one) => one.value)]);
  const others = (found.data?.items ?? []).filter((row) => !known.has(row.id));
  const options = others.map((row) => ({ value: row.id, label: `${row.number} ${row.applicantName} ${row.subject}` }));
  return (
    <Select
      id={id}
      allowClear
      showSearch={{ filterOption: false, onSearch: setTyped }}
      placeholder={placeholder ?? t('find-case')}
      value={typeof value === 'string' ? value : undefined}
      status={invalid ? 'error' : undefined}
      options={[...offered, ...options]}
      onChange={(next: string | undefined) => onChange(next)}
    />
  );
}

/** Entries have long names; the list may be wider than its field. */
const WIDE = 560;

type Days = Readonly<Record<string, unknown>>;
type Correction = { readonly entryId?: string; readonly fields?: Days & { readonly receipt?: Days } };

/** Which entry is wrong, and what its days really are. The wrong entry stays in the journal. */
export function CorrectionInput({ id, value, onChange, invalid, view, journal, today }: InputProps): ReactNode {
  const t = useWords('step');
  const { listed } = useDays();
  const nameOf = useEntryName(view);
  const labelOf = useDayLabel();
  const { entryId, fields = {} } = (value ?? {}) as Correction;
  const entry = journal.find((one) => one.id === entryId);
  return (
    <>
      <Select
        id={id}
        value={entryId}
        status={invalid ? 'error' : undefined}
        popupMatchSelectWidth={WIDE}
        options={journal.filter(isCorrectable).map((one) => ({ value: one.id, label: nameOf(one) }))}
        onChange={(chosen: string) => onChange({ entryId: chosen, fields: {} })}
      />
      {entry !== undefined &&
        daysIn(entry.fact).map(({ name, day, inReceipt }) => {
          const given = inReceipt ? fields.receipt?.[name] : fields[name];
          return (
            <label key={name} className="real-day dense">
              {t('instead-of', { name: labelOf(name), before: listed(day) })}
              <DateInput
                value={typeof given === 'string' ? given : day}
                today={today}
                leaning={leaningOf(name)}
                onChange={(typed) => onChange({ entryId, fields: corrected(entry, fields, { name, inReceipt }, typed) })}
              />
            </label>
          );
        })}
      {entry?.type === 'APPLICATION_RECEIVED' && (
        <DeliveryChoice
          value={fields.delivery ?? entry.fact.delivery}
          onChange={(delivery) => onChange({ entryId, fields: { ...fields, delivery } })}
        />
      )}
    </>
  );
}

/** Their day is that of typing, or follows from others: it is not corrected. */
const WITHOUT_A_DAY_OF_THEIR_OWN: ReadonlySet<string> = new Set([
  ...['REGISTERED', 'ACCEPTED', 'REVIEW_BLOCKED', 'SUBMITTED_FOR_APPROVAL', 'SENT_BACK', 'FILED', 'MERGED', 'VOIDED'],
  ...['CORRECTION_PERIOD_OVER', 'CORRECTION_NOT_RECEIVED', 'FEE_PERIOD_OVER', 'FEE_NOT_PAID', 'CONSULTATION_LAPSED'],
  ...['PUBLIC_NOTICE_SERVED', 'LATE_REASON_GIVEN', 'PUBLICATION_SUGGESTED', 'PUBLICATION_DECLINED', 'AGENT_CHANGED'],
  ...['PROOF_ADDED', 'STAMPED_ADDED', 'CALENDAR_CHANGED', 'PARTY_CONTACT_CHANGED'],
  ...['CONSULTATION_ANSWER_CAME', 'CONSULTATION_ANSWER_DISMISSED', 'CONSULTATION_TAKEN_BACK'],
]);

/** Nor is what a second person said of an entry. */
const isCorrectable = ({ type, fact }: JournalEntryView): boolean =>
  !type.startsWith('FACT_') && !WITHOUT_A_DAY_OF_THEIR_OWN.has(type) && daysIn(fact).length > 0;

/** How the applicant wants to get the reply: they may say so later (CPL 90). */
function DeliveryChoice({
  value,
  onChange,
}: {
  readonly value: unknown;
  readonly onChange: (delivery: string) => void;
}): ReactNode {
  const t = useWords('step');
  const words = useWords('case');
  return (
    <label className="real-day dense">
      {t('field.delivery')}
      <Select
        value={typeof value === 'string' ? value : undefined}
        options={Delivery.options.map((delivery) => ({ value: delivery, label: words(`delivery.${delivery}`) }))}
        onChange={onChange}
      />
    </label>
  );
}

/** A receipt is corrected as a whole; every other day by itself. */
function corrected(
  { fact }: JournalEntryView,
  fields: NonNullable<Correction['fields']>,
  { name, inReceipt }: DayOfEntry,
  day: string,
): Days {
  if (!inReceipt) return { ...fields, [name]: day };
  return { ...fields, receipt: { ...(fact.receipt as Days), ...fields.receipt, [name]: day } };
}
