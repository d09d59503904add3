import { Delivery, WantedForm } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { Choice } from '../parts/choice.js';
import { Field } from './field.js';
import { useLetterForm } from './form-context.js';

/** In which form the applicant wants the information, and by which way (REG 29). */
export function AnswerFields(): ReactNode {
  const t = useWords('intake');
  const { draft, change } = useLetterForm();
  const forms = WantedForm.options.map((value) => ({ value, label: t(`wanted.${value}`) }));
  const ways = Delivery.options.map((value) => ({ value, label: t(`delivery.${value}`) }));
  return (
    <Field name="wantedForm" label={t('answer')} required>
      <Choice
        label={t('answer.form')}
        options={forms}
        value={draft.wantedForm}
        onChange={(wantedForm) => change({ wantedForm })}
      />
      <Choice label={t('answer.way')} options={ways} value={draft.delivery} onChange={(delivery) => change({ delivery })} />
      {draft.delivery === 'post' && draft.address.trim() === '' ? (
        <span className="small muted" role="status">
          {t('answer.no-address')}
        </span>
      ) : null}
    </Field>
  );
}
