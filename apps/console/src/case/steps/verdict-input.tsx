import { Input } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../../i18n/use-words.js';
import { Choice } from '../../parts/choice.js';
import type { InputProps } from './input-props.js';
import { isVerdict } from './step-values.js';

/** Whether an entry is right; where it is not, why. */
export function VerdictInput({ id, label, value, onChange, invalid, field }: InputProps): ReactNode {
  const t = useWords('step');
  const verdict = isVerdict(value) ? value : undefined;
  return (
    <>
      <Choice
        label={label}
        options={[
          { value: 'right', label: t('verdict.right') },
          { value: 'wrong', label: t('verdict.wrong') },
        ]}
        value={verdict === undefined ? '' : verdict.isRight ? 'right' : 'wrong'}
        onChange={(chosen) => onChange(chosen === 'right' ? { isRight: true } : { isRight: false, reason: '' })}
      />
      {verdict?.isRight === false && (
        <Input.TextArea
          id={id}
          rows={3}
          aria-label={t('verdict.reason')}
          placeholder={t('verdict.reason')}
          value={verdict.reason}
          maxLength={field.maxLength}
          status={invalid ? 'error' : undefined}
          onChange={({ target }) => onChange({ isRight: false, reason: target.value })}
        />
      )}
    </>
  );
}
