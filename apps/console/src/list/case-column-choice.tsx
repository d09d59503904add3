import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { ALL_COLUMNS, type ColumnName } from './case-columns.js';
import { ColumnChoice } from './column-choice.js';

type Props = { readonly chosen: readonly ColumnName[]; readonly onChoose: (columns: readonly ColumnName[]) => void };

/** Which columns a list of cases shows. */
export function CaseColumnChoice(props: Props): ReactNode {
  const t = useWords('lists');
  return <ColumnChoice all={ALL_COLUMNS} nameOf={(name) => t(`column.${name}`)} {...props} />;
}
