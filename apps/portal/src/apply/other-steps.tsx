import { MOST_ITEMS } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { Radios } from '../parts/choice.js';
import { Field } from '../parts/field.js';
import { AlreadyPublic } from './already-public.js';
import { NO_ITEM, type DraftItem } from './draft.js';
import { AgentFields } from './agent-fields.js';
import type { Filling } from './form.js';

/** How somebody is reached. */
export function ContactStep(filling: Filling): ReactNode {
  const { draft, change, wrong, mails } = filling;
  const say = useWords();
  return (
    <>
      <Field
        id="phone"
        type="tel"
        autoComplete="tel"
        label={say('phone')}
        value={draft.phone}
        wrong={wrong.phone}
        onChange={(phone) => change({ phone })}
      />
      <Field
        id="email"
        type="email"
        autoComplete="email"
        label={say('email')}
        value={draft.email}
        wrong={wrong.email}
        onChange={(email) => change({ email })}
      />
      {mails ? (
        <label className="radio">
          <input type="checkbox" checked={draft.wantsMail} onChange={({ target }) => change({ wantsMail: target.checked })} />
          {say('mail.wanted')}
        </label>
      ) : null}
      <Field
        id="address"
        autoComplete="street-address"
        label={say('address')}
        value={draft.address}
        wrong={wrong.address}
        onChange={(address) => change({ address })}
      />
      <Field
        id="agent"
        label={say('agent')}
        hint={say('agent.hint')}
        value={draft.agent}
        wrong={wrong.agent}
        onChange={(agent) => change({ agent })}
      />
      {draft.agent.trim() === '' ? null : <AgentFields {...filling} />}
      <Field
        id="accessibility"
        label={say('accessibility')}
        hint={say('accessibility.hint')}
        value={draft.accessibility}
        wrong={wrong.accessibility}
        onChange={(accessibility) => change({ accessibility })}
      />
    </>
  );
}

/** What is asked for, item by item. */
export function WhatStep({ draft: { items }, change, wrong, onFound }: Filling): ReactNode {
  const say = useWords();
  const set = (at: number, one: Partial<DraftItem>): void =>
    change({ items: items.map((item, i) => (i === at ? { ...item, ...one } : item)) });
  const add = (): void => {
    change({ items: [...items, NO_ITEM] });
    window.setTimeout(() => document.getElementById(`items.${String(items.length)}.description`)?.focus());
  };
  return (
    <>
      {items.map((item, i) => {
        const id = `items.${String(i)}`;
        return (
          <fieldset key={id} className="item">
            <legend>{say('item', { number: i + 1 })}</legend>
            <Field
              id={`${id}.description`}
              long
              label={say('item.description')}
              value={item.description}
              wrong={wrong[`${id}.description`]}
              onChange={(description) => set(i, { description })}
            />
            <AlreadyPublic text={item.description} isAll={items.length === 1} onFound={(found) => onFound(i, found)} />
            <details>
              <summary>{say('item.more')}</summary>
              <Field
                id={`${id}.documentNumber`}
                label={say('item.document-number')}
                value={item.documentNumber}
                onChange={(documentNumber) => set(i, { documentNumber })}
              />
              <Field
                id={`${id}.period`}
                label={say('item.period')}
                value={item.period}
                onChange={(period) => set(i, { period })}
              />
            </details>
            {items.length === 1 ? null : (
              <button type="button" onClick={() => change({ items: items.filter((_, at) => at !== i) })}>
                {say('item.remove', { number: i + 1 })}
              </button>
            )}
          </fieldset>
        );
      })}
      {items.length < MOST_ITEMS ? (
        <button type="button" className="wide" onClick={add}>
          {say('item.add')}
        </button>
      ) : (
        <p className="hint">{say('item.full', { most: MOST_ITEMS })}</p>
      )}
    </>
  );
}

/** Who has it brought mostly wants paper; it can be chosen otherwise. */
const FORM_BY = { post: 'paper', pick_up: 'paper', email: 'electronic', portal: 'electronic' } as const;
const NEEDED = { post: 'address', pick_up: 'phone', email: 'email', portal: null } as const;

/** How the answer is wanted; what that needs and is known already stands there. */
export function HowStep({ draft, change, wrong }: Filling): ReactNode {
  const say = useWords();
  const needed = NEEDED[draft.delivery];
  return (
    <>
      <Radios
        name="delivery"
        label={say('delivery')}
        value={draft.delivery}
        options={(['email', 'portal', 'post', 'pick_up'] as const).map((value) => ({ value, text: say(`delivery.${value}`) }))}
        onChange={(delivery) => change({ delivery, wantedForm: FORM_BY[delivery] })}
      />
      {needed === null ? (
        <p className="hint">{say('delivery.portal.hint')}</p>
      ) : (
        <Field
          id={`how.${needed}`}
          label={say(needed)}
          value={draft[needed]}
          wrong={wrong[`how.${needed}`]}
          onChange={(text) => change({ [needed]: text })}
        />
      )}
      <Radios
        name="wantedForm"
        label={say('wanted-form')}
        value={draft.wantedForm}
        options={(['electronic', 'paper', 'on_site'] as const).map((value) => ({ value, text: say(`wanted-form.${value}`) }))}
        onChange={(wantedForm) => change({ wantedForm })}
      />
      <label className="radio">
        <input type="checkbox" checked={draft.suggests} onChange={({ target }) => change({ suggests: target.checked })} />
        {say('apply.suggests')}
      </label>
      {draft.suggests ? (
        <Field
          id="suggestReason"
          label={say('suggest.reason')}
          hint={say('apply.suggests.hint')}
          value={draft.suggestReason}
          onChange={(suggestReason) => change({ suggestReason })}
        />
      ) : null}
    </>
  );
}
