import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../../i18n/use-words.js';
import { ID_TYPES } from '../../intake/draft.js';
import type { InputProps } from './input-props.js';

/** By which document a person proves who they are, as the form on which applications are logged offers it. */
export function IdTypeInput({ id, value, onChange, invalid }: InputProps): ReactNode {
  const t = useWords('intake');
  const options = ID_TYPES.natural_person.map((type) => ({ value: type, label: t(`id-type.${type}` as 'id-type.其他') }));
  return <Select id={id} value={value} options={options} status={invalid ? 'error' : undefined} onChange={onChange} allowClear />;
}
