import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { Field } from './field.js';
import { useLetterForm } from './form-context.js';
import { TextField } from './text-field.js';

/** That the applicant suggests everybody may read what is asked for, and why (REG 44): it waits for the reply. */
export function SuggestFields(): ReactNode {
  const t = useWords('intake');
  const { draft, change } = useLetterForm();
  return (
    <>
      <Field name="suggests" label={t('suggests')}>
        <Checkbox id="suggests" checked={draft.suggests} onChange={({ target }) => change({ suggests: target.checked })}>
          {t('suggests.what')}
        </Checkbox>
      </Field>
      {draft.suggests ? (
        <Field name="suggestReason" label={t('suggests.why')}>
          <TextField name="suggestReason" />
        </Field>
      ) : null}
    </>
  );
}
