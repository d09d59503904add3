import { addDays, type LocalDate } from '@gongkai/calendar';
import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { readDay } from '../parts/date-entry.js';
import { channelForms, type EvidenceField } from './channel-fields.js';
import type { Draft } from './draft.js';
import { Field, FieldProblem } from './field.js';
import { useLetterForm } from './form-context.js';
import { DayField, TextField } from './text-field.js';

/** When and how it came, with what proves it: only what this channel has. */
export function ArrivalFields(): ReactNode {
  const t = useWords('intake');
  const { draft, today } = useLetterForm();
  const { arrival, evidence } = channelForms[draft.channel];
  const posted = evidence.includes('postedOn') && isLongUnderWay(draft, today) ? t('evidence.posted-long-ago') : undefined;
  return (
    <>
      <Field name="arrivedOn" label={t(`arrival.${arrival}`)} required saysItself hint={posted}>
        <DayField name="arrivedOn" proposed />
        {evidence.map((field) => (field === 'misaddressed' ? null : <Evidence key={field} field={field} />))}
      </Field>
      {evidence.includes('misaddressed') ? <Misaddressed /> : null}
    </>
  );
}

/** Longer than a letter is under way in the country: the postmark was misread, or the letter lay somewhere. */
const LONG_UNDER_WAY = 60;

function isLongUnderWay({ postedOn, arrivedOn }: Draft, today: LocalDate): boolean {
  const [posted, arrived] = [readDay(postedOn, today), readDay(arrivedOn, today)];
  return posted !== null && arrived !== null && addDays(posted, LONG_UNDER_WAY) < arrived;
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
      {field === 'postedOn' ? null : <FieldProblem name={field} />}
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
