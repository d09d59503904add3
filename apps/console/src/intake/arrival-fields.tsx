import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { channelForms, type EvidenceField } from './channel-fields.js';
import { Field, FieldProblem } from './field.js';
import { useLetterForm } from './form-context.js';
import { DayField, TextField } from './text-field.js';

/** When and how it came, with what proves it: only what this channel has. */
export function ArrivalFields(): ReactNode {
  const t = useWords('intake');
  const { draft } = useLetterForm();
  const { arrival, evidence } = channelForms[draft.channel];
  return (
    <>
      <Field name="arrivedOn" label={t(`arrival.${arrival}`)} required>
        <DayField name="arrivedOn" proposed />
        {evidence.map((field) => (field === 'misaddressed' ? null : <Evidence key={field} field={field} />))}
      </Field>
      {evidence.includes('misaddressed') ? <Misaddressed /> : null}
    </>
  );
}

const WIDTHS: Readonly<Record<Exclude<EvidenceField, 'misaddressed' | 'postedOn'>, number>> = {
  trackingNumber: 176,
  signedBy: 84,
  faxNumber: 116,
  pages: 48,
};

function Evidence({ field }: { readonly field: Exclude<EvidenceField, 'misaddressed'> }): ReactNode {
  const t = useWords('intake');
  return (
    <span className="beside">
      <label htmlFor={field}>{t(`evidence.${field}`)}</label>
      {field === 'postedOn' ? (
        <DayField name={field} />
      ) : (
        <TextField name={field} width={WIDTHS[field]} {...(field === 'pages' ? { inputMode: 'numeric' } : {})} />
      )}
      <FieldProblem name={field} />
    </span>
  );
}

/** Addressed to a person or another section: two readings of the date of receipt. */
function Misaddressed(): ReactNode {
  const t = useWords('intake');
  const { draft, change } = useLetterForm();
  return (
    <Field name="misaddressed" label={t('misaddressed')}>
      <Checkbox
        id="misaddressed"
        checked={draft.misaddressed}
        onChange={({ target }) => change({ misaddressed: target.checked })}
      >
        {t('misaddressed.what')}
      </Checkbox>
    </Field>
  );
}
