import { Button, Checkbox, Popover } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { CASE_COLUMNS, type ColumnName } from './case-columns.js';

const ALL = Object.keys(CASE_COLUMNS) as readonly ColumnName[];
/** Without its number a row leads nowhere. */
const ALWAYS: ColumnName = 'number';

type Props = { readonly chosen: readonly ColumnName[]; readonly onChoose: (columns: readonly ColumnName[]) => void };

/** Which columns a list shows. */
export function ColumnChoice({ chosen, onChoose }: Props): ReactNode {
  const t = useWords('lists');
  const toggle = (name: ColumnName): void =>
    onChoose(ALL.filter((each) => (each === name ? !chosen.includes(each) : chosen.includes(each))));
  const boxes = ALL.map((name) => (
    <Checkbox key={name} checked={chosen.includes(name)} disabled={name === ALWAYS} onChange={() => toggle(name)}>
      {t(`column.${name}`)}
    </Checkbox>
  ));
  return (
    <Popover trigger="click" placement="bottomRight" content={<div className="column-choice">{boxes}</div>}>
      <Button>{t('columns')}</Button>
    </Popover>
  );
}
