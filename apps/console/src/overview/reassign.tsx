import type { CaseRow, PersonView } from '@gongkai/contracts';
import { Button, Input, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { useWorkload } from '../case/steps/use-workload.js';
import { useCaseworkers } from '../parts/use-caseworkers.js';
import { EachCase, EachOutcome } from './each-case.js';
import { useStepOfEach, type Outcome, type StepOfEach } from './use-step-of-each.js';

/** To whom, and why; the reason is kept as the note of each step. */
type Assignment = { readonly assignee: string; readonly name: string; readonly why: string };

type Props = {
  readonly cases: readonly CaseRow[];
  /** Some of them are in other hands now. */
  readonly onDone: () => void;
};

/** Gives the ticked cases to a caseworker of their unit, each with its entry in the record. */
export function Reassign({ cases, onDone }: Props): ReactNode {
  const t = useWords('overview');
  const [isOpen, open] = useState(false);
  const { mutate, isPending, error, data, reached } = useStepOfEach(cases);
  const organs = [...new Set(cases.map(({ organ }) => organ))];
  const run = (assignment: Assignment): void => {
    open(false);
    mutate({ ...assigned(assignment), name: assignment.name }, { onSuccess: onDone });
  };
  return (
    <EachCase
      doing={isPending ? t('reassign.doing', { done: reached, total: cases.length }) : null}
      outcome={<Result outcome={data} />}
      error={error}
      button={{ type: 'primary', label: t('reassign'), count: cases.length, disabled: organs.length !== 1 || isPending }}
      form={<Form organ={organs[0] ?? ''} cases={cases} onAssign={run} />}
      isOpen={isOpen}
      onOpen={open}
    >
      {organs.length === 1 ? null : (
        <span className="muted small">{t(organs.length === 0 ? 'reassign.none' : 'reassign.one-unit')}</span>
      )}
    </EachCase>
  );
}

/** Who has a case already is not given it again. */
const assigned = ({ assignee, why }: Assignment): StepOfEach => ({
  command: { type: 'assign', assignee, ...(why.trim() === '' ? {} : { note: why }) },
  leavesOut: (row) => row.assignee?.id === assignee,
});

function Result({ outcome }: { readonly outcome: Outcome | undefined }): ReactNode {
  const t = useWords('overview');
  if (outcome === undefined) return null;
  const { done, failed, name } = outcome;
  return (
    <EachOutcome
      done={done === 0 ? null : t('reassign.done', { count: done, name })}
      failed={failed}
      failedWords={t('reassign.failed', { count: failed.length })}
    />
  );
}

type FormProps = {
  readonly organ: string;
  readonly cases: readonly CaseRow[];
  readonly onAssign: (assignment: Assignment) => void;
};

function Form({ organ, cases, onAssign }: FormProps): ReactNode {
  const t = useWords('overview');
  const [assignee, choose] = useState<string>();
  const [why, say] = useState('');
  const people = useCaseworkers(organ).data?.items;
  const told = useWorkload(organ);
  // Who has all of them already takes nothing over.
  const others = people?.filter(({ id }) => cases.some((row) => row.assignee?.id !== id)) ?? [];
  const chosen = others.find(({ id }) => id === assignee);
  if (people !== undefined && others.length === 0) return <p className="dense">{t('reassign.nobody')}</p>;
  return (
    <form
      className="reassign-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen !== undefined) onAssign({ assignee: chosen.id, name: chosen.name, why });
      }}
    >
      <p className="strong">{t('reassign.ticked', { count: cases.length })}</p>
      <label>
        <span>{t('reassign.to')}</span>
        <Select
          aria-label={t('reassign.to')}
          placeholder={t('reassign.pick')}
          value={chosen?.id}
          onChange={choose}
          options={others.map((person) => ({ value: person.id, label: told(person, nameOf(person, people ?? [], t)) }))}
        />
      </label>
      <label>
        <span>{t('reassign.why')}</span>
        <Input value={why} maxLength={200} onChange={({ target }) => say(target.value)} />
      </label>
      <Button type="primary" htmlType="submit" disabled={chosen === undefined}>
        {t('reassign')}
      </Button>
    </form>
  );
}

/** Who is away today is said, with who acts instead. */
function nameOf(
  { name, absent, substitute }: PersonView,
  people: readonly PersonView[],
  t: ReturnType<typeof useWords<'overview'>>,
): string {
  if (!absent) return name;
  const instead = people.find(({ id }) => id === substitute)?.name;
  return instead === undefined ? t('reassign.away-alone', { name }) : t('reassign.away', { name, substitute: instead });
}
