import type { CommandType } from '@gongkai/contracts';
import { Checkbox, Input, Select } from 'antd';
import { useId, type ReactNode } from 'react';
import { useWords } from '../../i18n/use-words.js';
import { isKey } from '../../i18n/i18n.js';
import { Choice } from '../../parts/choice.js';
import { DateInput } from '../../parts/date-input.js';
import { PostalHint } from '../../parts/postal-hint.js';
import { useGrounds } from '../use-case.js';
import { AppearingInput } from './appearing-input.js';
import { CaseInput, CorrectionInput, PersonInput } from './office-inputs.js';
import { useOffice } from '../../shell/use-office.js';
import { FilesInput } from './files-input.js';
import { IdTypeInput } from './id-type-input.js';
import type { FieldProps, InputProps } from './input-props.js';
import type { FieldKind } from './step-model.js';
import { UNSENT } from './step-values.js';
import { ItemsInput, LettersInput, SubjectInput } from './subject-input.js';
import { PrincipalInput } from './principal-input.js';
import { sendsToApplicant } from './leaving-at-once.js';
import { NotingInput } from './noting-input.js';
import { RecordsInput } from './records-input.js';
import { VerdictInput } from './verdict-input.js';

type RowProps = FieldProps & {
  readonly problem: string | undefined;
  /** It has to be filled in, and is not. */
  readonly isMissing: boolean;
};

/** A field with its label, what is wrong with it, and a hint. */
export function FieldRow({ problem, isMissing, ...props }: RowProps): ReactNode {
  const t = useWords('step');
  const id = useId();
  const { field, type } = props;
  const label = useFieldLabel(type, field.name);
  const hint = useHint(props);
  const Input = INPUTS[field.kind];
  return (
    <div className="field-row" data-field={field.name} data-missing={isMissing || undefined}>
      <label htmlFor={id} className="field-label">
        {field.required && (
          <span className="required" aria-hidden>
            {'* '}
          </span>
        )}
        {label}
        {!field.required && <span className="small muted"> {t('optional')}</span>}
      </label>
      <Input {...props} id={id} label={label} invalid={problem !== undefined} />
      {problem !== undefined && (
        <span className="field-problem" role="alert">
          {problem}
        </span>
      )}
      {field.name === 'trackingNumber' && <PostalHint text={props.value} />}
      {hint !== undefined && isKey('step', hint) && <span className="small muted">{t(hint)}</span>}
    </div>
  );
}

/** The word beside a field: what was chosen may need one of its own, also where the program does itself what others do by hand. */
function useHint({ field: { name }, type, value }: FieldProps): string | undefined {
  const { data: office } = useOffice();
  const chosen = typeof value === 'string' ? `hint.${name}.${value}` : '';
  const isMailed = office?.mailsLetters === true && sendsToApplicant(type);
  const keys = [`${chosen}.mailed`, chosen, `hint.${type}.${name}`, `hint.${name}`];
  return (isMailed ? keys : keys.slice(1)).find((key) => isKey('step', key));
}

/** What a field is called: by its step where that has a word of its own. */
function useFieldLabel(type: CommandType, name: string): string {
  const t = useWords('step');
  const terms = useWords('terms');
  const [own, general] = [`field.${type}.${name}`, `field.${name}`];
  if (isKey('step', own)) return t(own);
  if (isKey('step', general)) return t(general);
  return isKey('terms', general) ? terms(general) : name;
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : '');

const LineInput = ({ id, value, onChange, invalid, field }: InputProps): ReactNode => (
  <Input
    id={id}
    value={asText(value)}
    maxLength={field.maxLength}
    status={invalid ? 'error' : undefined}
    onChange={({ target }) => onChange(target.value)}
  />
);

const TextInput = ({ id, value, onChange, invalid, field }: InputProps): ReactNode => (
  <Input.TextArea
    id={id}
    value={asText(value)}
    rows={field.name === 'note' ? 1 : 3}
    maxLength={field.maxLength}
    status={invalid ? 'error' : undefined}
    onChange={({ target }) => onChange(target.value)}
  />
);

/** A number as it is typed: what is none, or what the law does not allow, is said and not made to fit. */
const NumberInput = ({ id, value, onChange, invalid }: InputProps): ReactNode => (
  <Input
    id={id}
    className="number-input"
    inputMode="decimal"
    autoComplete="off"
    value={typeof value === 'number' ? String(value) : asText(value)}
    status={invalid ? 'error' : undefined}
    onChange={({ target }) => onChange(target.value)}
  />
);

/** A day; where a paper may be made first and sent later, that can be said. */
function DayInput({ id, value, onChange, invalid, field, today }: InputProps): ReactNode {
  const t = useWords('step');
  const isUnsent = value === UNSENT;
  return (
    <>
      <DateInput
        id={id}
        value={isUnsent ? '' : asText(value)}
        onChange={onChange}
        today={today}
        leaning={field.name === 'until' ? 'future' : 'past'}
        proposal={field.required ? undefined : today}
        disabled={isUnsent}
        invalid={invalid}
      />
      {field.mayBeUnsent && (
        <Checkbox checked={isUnsent} onChange={({ target }) => onChange(target.checked ? UNSENT : '')}>
          {t('not-sent-yet')}
        </Checkbox>
      )}
    </>
  );
}

const FEW = 4;

function ChoiceInput({ id, label, value, onChange, invalid, field }: InputProps): ReactNode {
  const wordOf = useOptionWords(field.name);
  const options = field.options.map((option) => ({ value: option, label: wordOf(option) }));
  if (options.length <= FEW) return <Choice label={label} options={options} value={asText(value)} onChange={onChange} />;
  return (
    <Select
      id={id}
      showSearch={{ optionFilterProp: 'label' }}
      value={value === undefined ? undefined : asText(value)}
      options={options}
      status={invalid ? 'error' : undefined}
      onChange={(next: string) => onChange(next)}
    />
  );
}

type Named = Readonly<Record<string, { readonly name: string }>>;

/** What a choice is called: decisions and grounds as everywhere else by the law, the others by the words of forms. */
function useOptionWords(field: string): (option: string) => string {
  const t = useWords('step');
  const terms = useWords('terms');
  const grounds = useGrounds();
  const lawful: Readonly<Record<string, Named | undefined>> = { code: grounds?.decisions, ground: grounds?.grounds };
  return (option) => {
    const [term, own] = [`${field}.${option}`, `option.${field}.${option}`];
    if (isKey('step', own)) return t(own);
    return lawful[field]?.[option]?.name ?? (isKey('terms', term) ? terms(term) : option);
  };
}

const YesNoInput = ({ id, label, value, onChange }: InputProps): ReactNode => (
  <Checkbox id={id} checked={value === true} onChange={({ target }) => onChange(target.checked)}>
    {label}
  </Checkbox>
);

const INPUTS: Readonly<Record<FieldKind, (props: InputProps) => ReactNode>> = {
  subject: SubjectInput,
  items: ItemsInput,
  letters: LettersInput,
  files: FilesInput,
  records: RecordsInput,
  person: PersonInput,
  case: CaseInput,
  principal: PrincipalInput,
  'id-type': IdTypeInput,
  correction: CorrectionInput,
  verdict: VerdictInput,
  day: DayInput,
  choice: ChoiceInput,
  'yes-no': YesNoInput,
  whole: NumberInput,
  number: NumberInput,
  line: LineInput,
  text: TextInput,
  noting: NotingInput,
  appearing: AppearingInput,
};
