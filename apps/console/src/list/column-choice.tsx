import { Button, Checkbox, Popover } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';

type Props<Name extends string> = {
  /** Every column there is, in its order. */
  readonly all: readonly Name[];
  readonly nameOf: (column: Name) => string;
  readonly chosen: readonly Name[];
  readonly onChoose: (columns: readonly Name[]) => void;
};

/** Without its number a row leads nowhere. */
const ALWAYS = 'number';

/** Which columns a list shows. */
export function ColumnChoice<Name extends string>({ all, nameOf, chosen, onChoose }: Props<Name>): ReactNode {
  const t = useWords('lists');
  const toggle = (name: Name): void =>
    onChoose(all.filter((each) => (each === name ? !chosen.includes(each) : chosen.includes(each))));
  const boxes = all.map((name) => (
    <Checkbox key={name} checked={chosen.includes(name)} disabled={name === ALWAYS} onChange={() => toggle(name)}>
      {nameOf(name)}
    </Checkbox>
  ));
  return (
    <Popover trigger="click" placement="bottomRight" content={<div className="column-choice">{boxes}</div>}>
      <Button>{t('columns')}</Button>
    </Popover>
  );
}
