import type { ReactNode } from 'react';
import { Form, useNavigation } from 'react-router';
import type { No } from '../api.js';
import { useWords } from '../i18n/use-words.js';
import { Page } from '../parts/page.js';
import { Refusal } from '../parts/refusal.js';

type Props = { readonly number: string; readonly code: string; readonly no: No | undefined };

/** Asks for number and code. A number that is not known and a code that does not fit are told alike. */
export function AskForm({ number, code, no }: Props): ReactNode {
  const say = useWords();
  const isUnderWay = useNavigation().state !== 'idle';
  return (
    <Page title={say('follow.title')}>
      <p>{say('follow.where')}</p>
      {no === undefined ? null : <Refusal no={no} />}
      <Form method="get" action="/follow" className="fields">
        <label htmlFor="number">{say('follow.number')}</label>
        <input id="number" name="number" defaultValue={number} required autoComplete="off" aria-describedby="number-hint" />
        <p className="hint" id="number-hint">
          {say('follow.number.hint')}
        </p>
        <label htmlFor="code">{say('follow.code')}</label>
        <input
          id="code"
          name="code"
          defaultValue={code}
          required
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          aria-describedby="code-hint"
        />
        <p className="hint" id="code-hint">
          {say('follow.code.hint')}
        </p>
        <button className="main" type="submit" aria-disabled={isUnderWay}>
          {say('follow.ask')}
        </button>
      </Form>
    </Page>
  );
}
