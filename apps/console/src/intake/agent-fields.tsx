import { Button, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { useKeys } from '../keys/use-keys.js';
import { CheckDigit } from './check-digit.js';
import { ID_TYPES, type Draft } from './draft.js';
import { Field, FieldProblem } from './field.js';
import { useLetterForm } from './form-context.js';
import { TextField } from './text-field.js';
import '../parts/check-me.css';
import { focusLater } from './use-items.js';

/** What few letters need: by which papers an agent acts, and what helps the applicant to read, hear or come. Asked for by a key. */
export function AgentFields(): ReactNode {
  const t = useWords('intake');
  const { draft } = useLetterForm();
  const [isOpened, open] = useState(false);
  const more = (): void => {
    open(true);
    focusLater(draft.agent.trim() === '' ? 'accessibility' : 'agentIdNumber');
  };
  useKeys([{ keys: ['Alt+P'], does: t('agent.more'), run: more }]);
  if (!isOpened && !isTold(draft))
    return (
      <div className="item-actions">
        <Button size="small" type="link" tabIndex={-1} onClick={more}>
          {t('agent.more')} <kbd>Alt</kbd> <kbd>P</kbd>
        </Button>
        <NoPaper />
      </div>
    );
  return (
    <>
      <AgentDocument />
      <PowerOfAttorney />
      <Field name="accessibility" label={t('accessibility')} hint={t('accessibility.hint')}>
        <TextField name="accessibility" />
      </Field>
    </>
  );
}

const isTold = ({ agentIdNumber, agentPhone, agentScope, powerOfAttorney, accessibility }: Draft): boolean =>
  [agentIdNumber, agentPhone, agentScope, powerOfAttorney, accessibility].some((text) => text !== '');

/** Told, and no more: the letter is logged as it came. */
function NoPaper(): ReactNode {
  const t = useWords('intake');
  const { draft } = useLetterForm();
  if (draft.agent.trim() === '' || draft.powerOfAttorney !== '') return null;
  return (
    <span className="id-hint check-me" role="status">
      {t('agent.no-paper')}
    </span>
  );
}

function AgentDocument(): ReactNode {
  const t = useWords('intake');
  const { draft, change } = useLetterForm();
  const options = ID_TYPES.natural_person.map((value) => ({ value, label: t(`id-type.${value}` as 'id-type.其他') }));
  return (
    <Field name="agentIdNumber" label={t('agent.id')}>
      <Select
        id="agentIdType"
        aria-label={t('agent.id-type')}
        options={options}
        value={draft.agentIdType}
        onChange={(agentIdType: string) => change({ agentIdType })}
        style={{ width: 150 }}
      />
      <TextField name="agentIdNumber" width={180} label={t('agent.id-number')} />
      <CheckDigit of={draft.agentIdType} text={draft.agentIdNumber} />
      <span className="beside">
        <label htmlFor="agentPhone">{t('agent.phone')}</label>
        <TextField name="agentPhone" width={130} inputMode="tel" />
        <FieldProblem name="agentPhone" />
      </span>
    </Field>
  );
}

/** Which of the files it is, and what it allows. */
function PowerOfAttorney(): ReactNode {
  const t = useWords('intake');
  const { draft, change } = useLetterForm();
  const chosen = draft.files.some(({ id }) => id === draft.powerOfAttorney) ? draft.powerOfAttorney : '';
  return (
    <Field name="powerOfAttorney" label={t('agent.paper')}>
      <Select
        id="powerOfAttorney"
        value={chosen}
        options={[
          { value: '', label: t('agent.paper.none') },
          ...draft.files.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(powerOfAttorney: string) => change({ powerOfAttorney })}
        style={{ width: 220 }}
      />
      <span className="beside">
        <label htmlFor="agentScope">{t('agent.scope')}</label>
        <TextField name="agentScope" width={200} />
        <FieldProblem name="agentScope" />
      </span>
      <NoPaper />
    </Field>
  );
}
