import { addDays, type LocalDate } from '@gongkai/calendar';
import type { EvidenceField } from '@gongkai/contracts';
import { Checkbox, Select } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { readDay } from '../parts/date-entry.js';
import { channelForms } from './channel-fields.js';
import type { Draft } from './draft.js';
import { Field, FieldProblem } from './field.js';
import { useLetterForm } from './form-context.js';
import { DayField, TextField } from './text-field.js';
import { useAsked } from './use-asked.js';

/** When and how it came, with what proves it: only what this channel has. */
export function ArrivalFields(): ReactNode {
  const t = useWords('intake');
  const { draft, today } = useLetterForm();
  const { arrival } = channelForms[draft.channel];
  const asked = useAsked(draft.channel);
  const posted = asked.includes('postedOn') && isLongUnderWay(draft, today) ? t('evidence.posted-long-ago') : undefined;
  return (
    <>
      <Field name="arrivedOn" label={t(`arrival.${arrival}`)} required saysItself hint={posted}>
        <DayField name="arrivedOn" proposed />
        {asked.map((field) => (isBeside(field) ? <Evidence key={field} field={field} /> : null))}
      </Field>
      {asked.includes('misaddressed') ? <Tick name="misaddressed" /> : null}
      {asked.includes('oral') ? <Tick name="oral" /> : null}
      {asked.includes('envelope') && draft.files.length > 0 ? <Envelope /> : null}
    </>
  );
}

type TickName = 'misaddressed' | 'oral';
/** What stands beside the day; the others have a row of their own. */
type BesideName = Exclude<EvidenceField, TickName | 'envelope'>;

const isBeside = (field: EvidenceField): field is BesideName =>
  field !== 'misaddressed' && field !== 'oral' && field !== 'envelope';

/** Longer than a letter is under way in the country: the postmark was misread, or the letter lay somewhere. */
const LONG_UNDER_WAY = 60;

function isLongUnderWay({ postedOn, arrivedOn }: Draft, today: LocalDate): boolean {
  const [posted, arrived] = [readDay(postedOn, today), readDay(arrivedOn, today)];
  return posted !== null && arrived !== null && addDays(posted, LONG_UNDER_WAY) < arrived;
}

const WIDTHS: Readonly<Record<Exclude<BesideName, 'postedOn'>, number>> = {
  trackingNumber: 176,
  signedBy: 84,
  faxNumber: 116,
  pages: 48,
  missingPages: 72,
  arrivedAt: 64,
};

function Evidence({ field }: { readonly field: BesideName }): ReactNode {
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

/** A circumstance that is so or not: addressed to a person or another section; told by word of mouth. */
function Tick({ name }: { readonly name: TickName }): ReactNode {
  const t = useWords('intake');
  const { draft, change } = useLetterForm();
  return (
    <Field name={name} label={t(name)}>
      <Checkbox id={name} checked={draft[name]} onChange={({ target }) => change({ [name]: target.checked })}>
        {t(`${name}.what`)}
      </Checkbox>
    </Field>
  );
}

/** Which of the files shows the envelope: its postmark may be asked for in court. */
function Envelope(): ReactNode {
  const t = useWords('intake');
  const { draft, change } = useLetterForm();
  const chosen = draft.files.some(({ id }) => id === draft.envelope) ? draft.envelope : '';
  return (
    <Field name="envelope" label={t('envelope')}>
      <Select
        id="envelope"
        value={chosen}
        options={[{ value: '', label: t('envelope.none') }, ...draft.files.map(({ id, name }) => ({ value: id, label: name }))]}
        onChange={(envelope) => change({ envelope })}
        style={{ width: 280 }}
      />
    </Field>
  );
}
