import { Radio, Select } from 'antd';
import type { ReactNode } from 'react';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { FormField } from '../settings/form-field.js';
import { useOrganTree } from '../settings/queries.js';
import { SCOPES, type CalendarDraft } from './draft.js';

type Props = {
  readonly draft: CalendarDraft;
  readonly error: Error | null;
  readonly onChange: (part: Partial<CalendarDraft>) => void;
};

/** What the document is, and of which organ where it is about one. */
export function ScopeFields({ draft: { scope, organ }, error, onChange }: Props): ReactNode {
  const t = useWords('calendars');
  return (
    <>
      <FormField id="cal-scope" label={t('scope')} field="amends" error={error} hint={t(`scope.${scope}.what`)}>
        <Radio.Group
          id="cal-scope"
          aria-label={t('scope')}
          value={scope}
          onChange={({ target }) => onChange({ scope: target.value as CalendarDraft['scope'] })}
          options={SCOPES.map((value) => ({ value, label: t(`scope.${value}`) }))}
        />
      </FormField>
      {scope === 'organ' ? <OrganField organ={organ} error={error} onChange={onChange} /> : null}
    </>
  );
}

function OrganField({ organ, error, onChange }: Omit<Props, 'draft'> & Pick<CalendarDraft, 'organ'>): ReactNode {
  const t = useWords('calendars');
  const language = useLanguage();
  const organs = useOrganTree().data ?? [];
  return (
    <FormField id="cal-organ" label={t('organ')} required field="organ" error={error}>
      <Select
        id="cal-organ"
        {...(organ === '' ? {} : { value: organ })}
        options={organs.map(({ code, name }) => ({ value: code, label: name[language] }))}
        onChange={(code: string) => onChange({ organ: code })}
      />
    </FormField>
  );
}
