import { APPEARING_ROLES, type CaseView } from '@gongkai/contracts';
import { Button, Checkbox, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../../i18n/use-words.js';
import type { InputProps } from './input-props.js';
import { appearingOf, type Appearing } from './step-values.js';

const MOST = 20;
const NOBODY: Appearing = { as: 'officer', name: '', phone: '', attorneyOnFile: false };

type Props = Pick<InputProps, 'id' | 'label' | 'value' | 'onChange' | 'invalid'> & {
  /** Where somebody may be on record already. */
  readonly view: { readonly remedies: readonly Pick<CaseView['remedies'][number], 'appearing'>[] };
};

/** Who appears at a hearing: a line each, as what, by name, with or without a power of attorney. Who is on record need not be typed again. */
export function AppearingInput({ id, label, view, value, onChange, invalid }: Props): ReactNode {
  const t = useWords('step');
  const lines = appearingOf(value);
  const shown = lines.length === 0 ? [{ ...NOBODY, as: 'head' }] : lines;
  const change = (at: number, changed: Partial<Appearing>): void =>
    onChange(shown.map((line, i) => (i === at ? { ...line, ...changed } : line)));
  const onRecord =
    lines.length > 0 ? [] : view.remedies.flatMap(({ appearing = [] }) => (appearing.length > 0 ? [appearing] : []));
  return (
    <div role="group" aria-label={label}>
      {onRecord.map((known, i) => (
        <Button key={i} type="link" onClick={() => onChange(known.map((person) => ({ ...NOBODY, ...person })))}>
          {t('appearing.onRecord', { names: known.map(({ name }) => name).join(t('appearing.between')) })}
        </Button>
      ))}
      {shown.map((line, i) => (
        <Line
          key={i}
          line={line}
          no={i + 1}
          id={i === 0 ? id : undefined}
          invalid={invalid}
          change={(changed) => change(i, changed)}
          remove={() => onChange(shown.filter((_, at) => at !== i))}
        />
      ))}
      <Button size="small" disabled={shown.length >= MOST} onClick={() => onChange([...shown, NOBODY])}>
        {t('appearing.add')}
      </Button>
    </div>
  );
}

type LineProps = {
  readonly line: Appearing;
  readonly no: number;
  readonly id: string | undefined;
  readonly invalid: boolean;
  readonly change: (changed: Partial<Appearing>) => void;
  readonly remove: () => void;
};

function Line({ line, no, id, invalid, change, remove }: LineProps): ReactNode {
  const t = useWords('step');
  return (
    <div className="appearing-line" data-line={no}>
      <Input
        id={id}
        aria-label={t('appearing.name', { no })}
        placeholder={t('appearing.name', { no })}
        maxLength={200}
        autoComplete="off"
        status={invalid ? 'error' : undefined}
        value={line.name}
        onChange={({ target }) => change({ name: target.value })}
      />
      <Select
        aria-label={t('appearing.role', { no })}
        value={line.as}
        options={APPEARING_ROLES.map((role) => ({ value: role, label: t(`option.as.${role}`) }))}
        onChange={(role: string) => change({ as: role })}
      />
      <Input
        aria-label={t('appearing.phone', { no })}
        placeholder={t('appearing.phone', { no })}
        maxLength={100}
        autoComplete="off"
        value={line.phone}
        onChange={({ target }) => change({ phone: target.value })}
      />
      <Checkbox checked={line.attorneyOnFile} onChange={({ target }) => change({ attorneyOnFile: target.checked })}>
        {t('appearing.attorney')}
      </Checkbox>
      <Button size="small" type="text" aria-label={t('appearing.remove', { no })} onClick={remove}>
        ×
      </Button>
    </div>
  );
}
