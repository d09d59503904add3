import { ORDER_KINDS, type CaseRow, type OrderKind } from '@gongkai/contracts';
import { Button, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { EachCase, EachOutcome } from '../overview/each-case.js';
import { useStepOfEach, type Outcome } from '../overview/use-step-of-each.js';
import { Choice } from '../parts/choice.js';
import './orders.css';

/** What is demanded of each. */
type Order = { readonly orderKind: OrderKind; readonly demand: string; readonly workingDays: number };

type Props = { readonly cases: readonly CaseRow[]; readonly onDone: () => void };

/** One supervision order on each of the ticked cases. */
export function OrderCases({ cases, onDone }: Props): ReactNode {
  const t = useWords('orders');
  const [isOpen, open] = useState(false);
  const { mutate, isPending, error, data, reached } = useStepOfEach(cases);
  const give = (order: Order): void => {
    open(false);
    mutate({ command: { type: 'issueOrder', ...order } }, { onSuccess: onDone });
  };
  return (
    <EachCase
      doing={isPending ? t('form.doing', { done: reached, total: cases.length }) : null}
      outcome={<Result outcome={data} />}
      error={error}
      button={{ label: t('act'), count: cases.length, disabled: cases.length === 0 || isPending }}
      form={<Form total={cases.length} onGive={give} />}
      isOpen={isOpen}
      onOpen={open}
    />
  );
}

function Result({ outcome }: { readonly outcome: Outcome | undefined }): ReactNode {
  const t = useWords('orders');
  if (outcome === undefined) return null;
  const { done, failed } = outcome;
  return (
    <EachOutcome
      done={done === 0 ? null : t('done', { count: done })}
      failed={failed}
      failedWords={t('failed', { count: failed.length })}
    />
  );
}

/** Most offices give a few days. */
const USUAL_DAYS = '2';
const MOST_DAYS = 60;

function Form({ total, onGive }: { readonly total: number; readonly onGive: (order: Order) => void }): ReactNode {
  const t = useWords('orders');
  const terms = useWords('terms');
  const [orderKind, choose] = useState<OrderKind>('explain');
  const [demand, say] = useState('');
  const [days, within] = useState(USUAL_DAYS);
  const workingDays = Number(days);
  const isWhole = Number.isInteger(workingDays) && workingDays >= 1 && workingDays <= MOST_DAYS;
  return (
    <form
      className="order-form"
      onSubmit={(event) => {
        event.preventDefault();
        onGive({ orderKind, demand: demand.trim(), workingDays });
      }}
    >
      <p className="strong">{t('form', { total })}</p>
      <Choice
        label={t('form.kind')}
        options={ORDER_KINDS.map((kind) => ({ value: kind, label: terms(`orderKind.${kind}`) }))}
        value={orderKind}
        onChange={choose}
      />
      <label>
        <span>{t('form.demand')}</span>
        <Input.TextArea rows={3} maxLength={4000} value={demand} onChange={({ target }) => say(target.value)} />
      </label>
      <label>
        <span>{t('form.days')}</span>
        <Input inputMode="numeric" value={days} onChange={({ target }) => within(target.value)} />
      </label>
      <Button type="primary" htmlType="submit" disabled={demand.trim() === '' || !isWhole}>
        {t('form.give')}
      </Button>
    </form>
  );
}
