import type { LadderRung } from '@gongkai/contracts';
import { Button, Checkbox, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { TableHead } from '../parts/table-head.js';
import { FieldProblem } from '../settings/form-field.js';
import { useLadderWords } from './use-ladder-words.js';
import { useWho } from './use-who.js';

const WAYS: LadderRung['by'] = ['mail', 'webhook'];

type Props = {
  readonly rungs: readonly LadderRung[];
  /** The lists that can be named. */
  readonly recipients: readonly string[];
  readonly error: Error | null;
  readonly onChange: (rungs: readonly LadderRung[]) => void;
};

/** The rungs from the first to the last: when, who, by which ways; added, changed, moved and taken off. */
export function RungRows({ rungs, recipients, error, onChange }: Props): ReactNode {
  const t = useWords('reminders');
  const change = (at: number, rung: LadderRung): void => onChange(rungs.map((one, i) => (i === at ? rung : one)));
  return (
    <>
      <div className="set-scroll">
        <table className="set-table ladder-rungs">
          <TableHead columns={(['at', 'every', 'tell', 'by', 'acknowledge'] as const).map((column) => t(`ladder.${column}`))}>
            <td />
          </TableHead>
          <tbody>
            {rungs.map((rung, i) => (
              <RungRow
                key={i}
                n={i}
                rung={rung}
                recipients={recipients}
                error={error}
                onChange={(next) => change(i, next)}
                onRemove={() => onChange(rungs.filter((_, other) => other !== i))}
              />
            ))}
          </tbody>
        </table>
      </div>
      <p className="ladder-acts">
        <Button onClick={() => onChange(oneMore(rungs))}>{t('ladder.add')}</Button>
      </p>
    </>
  );
}

/** One working day after the last, told as that is. */
function oneMore(rungs: readonly LadderRung[]): readonly LadderRung[] {
  const last = rungs.at(-1);
  const first: LadderRung = { at: -1, every: null, tell: ['caseworker'], by: WAYS, acknowledge: true };
  return [...rungs, last === undefined ? first : { ...last, at: last.at + 1, every: null }];
}

type RowProps = Omit<Props, 'rungs' | 'onChange'> & {
  readonly n: number;
  readonly rung: LadderRung;
  readonly onChange: (rung: LadderRung) => void;
  readonly onRemove: () => void;
};

function RungRow({ n, rung, recipients, error, onChange, onRemove }: RowProps): ReactNode {
  const t = useWords('reminders');
  const words = useLadderWords();
  const who = useWho();
  const label = (word: 'at' | 'every' | 'tell' | 'by' | 'again' | 'remove'): string => `${t(`ladder.${word}`)} ${String(n + 1)}`;
  return (
    <tr data-rung={n}>
      <td>
        <InputNumber
          aria-label={label('at')}
          value={rung.at}
          min={-60}
          max={30}
          precision={0}
          onChange={(at) => onChange({ ...rung, at: at ?? 0 })}
        />
        <span className="muted small ladder-when">{words.when(rung)}</span>
        <FieldProblem error={error} field={`rungs.${n}.at`} />
      </td>
      <td>
        <InputNumber
          aria-label={label('every')}
          value={rung.every}
          min={1}
          max={30}
          precision={0}
          placeholder={t('ladder.once')}
          onChange={(every) => onChange({ ...rung, every })}
        />
        <FieldProblem error={error} field={`rungs.${n}.every`} />
      </td>
      <td className="set-loose">
        <Select
          mode="multiple"
          aria-label={label('tell')}
          className="ladder-tell"
          value={rung.tell}
          options={recipients.map((name) => ({ value: name, label: who(name) }))}
          onChange={(tell) => onChange({ ...rung, tell })}
        />
        <FieldProblem error={error} field={`rungs.${n}.tell`} />
      </td>
      <td>
        <Checkbox.Group
          aria-label={label('by')}
          value={rung.by}
          options={WAYS.map((way) => ({ value: way, label: t(`way.${way}`) }))}
          onChange={(by) => onChange({ ...rung, by })}
        />
      </td>
      <td>
        <Checkbox
          aria-label={label('again')}
          checked={rung.acknowledge}
          onChange={({ target }) => onChange({ ...rung, acknowledge: target.checked })}
        >
          {t('ladder.again')}
        </Checkbox>
      </td>
      <td>
        <Button size="small" onClick={onRemove} aria-label={label('remove')}>
          {t('ladder.remove')}
        </Button>
      </td>
    </tr>
  );
}
