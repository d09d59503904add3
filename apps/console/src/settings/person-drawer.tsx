import type { AdministeredPerson } from '@gongkai/contracts';
import { Button, Drawer, Input, InputNumber, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { api } from '../api/api.js';
import { useWords } from '../i18n/use-words.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { useFocusBack } from '../parts/use-focus-back.js';
import { AbsenceSection } from './absence-section.js';
import { AccountSection } from './account-section.js';
import { DelegationSection } from './delegation-section.js';
import { FormField } from './form-field.js';
import { PostSection } from './post-section.js';
import { useChange, usePerson } from './queries.js';
import { Refusal } from './refusal.js';
import { SettingsForm } from './settings-form.js';
import { useOrganOptions, withoutIndent } from './use-names.js';

type Props = { readonly id: string; readonly onClose: () => void };

/** A person: who they are, their roles, when they are away, how they get in. */
export function PersonDrawer({ id, onClose }: Props): ReactNode {
  const t = useWords('settings');
  const { data: person, error, refetch } = usePerson(id);
  useFocusBack();
  return (
    <Drawer open title={person?.name ?? t('person')} onClose={onClose} size={640}>
      {error === null ? null : <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {person === undefined ? null : (
        <div className="set-drawer">
          <BasicSection person={person} />
          <PostSection person={person} />
          <AbsenceSection personId={person.id} organ={person.organ} />
          {signs(person) ? <DelegationSection personId={person.id} organ={person.organ} signs /> : null}
          <AccountSection person={person} />
          <p className="dense">
            <Link to={`/settings/log?subject=${person.id}`}>{t('person.history')}</Link>
          </p>
        </div>
      )}
    </Drawer>
  );
}

const signs = ({ posts }: AdministeredPerson): boolean => posts.some(({ role }) => role === 'approver');

function BasicSection({ person }: { readonly person: AdministeredPerson }): ReactNode {
  const t = useWords('settings');
  const organs = useOrganOptions();
  const [values, setValues] = useState({ name: person.name, email: person.email ?? '', organ: person.organ });
  const [capacity, carry] = useState(person.capacity);
  const save = useChange(() =>
    api.patch<AdministeredPerson>(`/admin/people/${person.id}`, { ...values, capacity, email: values.email.trim() || null }),
  );
  const set = (change: Partial<typeof values>): void => setValues((before) => ({ ...before, ...change }));
  return (
    <SettingsForm onSubmit={() => save.mutate(undefined)}>
      <FormField id="person-username" label={t('person.username')}>
        <Input id="person-username" value={person.username} readOnly variant="borderless" />
      </FormField>
      <FormField id="person-name" label={t('person.name')} required field="name" error={save.error}>
        <Input id="person-name" required value={values.name} onChange={({ target }) => set({ name: target.value })} />
      </FormField>
      <FormField id="person-email" label={t('person.email')} field="email" error={save.error}>
        <Input id="person-email" value={values.email} onChange={({ target }) => set({ email: target.value })} />
      </FormField>
      <FormField
        id="person-organ"
        label={t('person.organ')}
        field="organ"
        error={save.error}
        {...(values.organ === person.organ ? {} : { hint: t('person.move-hint') })}
      >
        <Select
          id="person-organ"
          showSearch={{ optionFilterProp: 'label' }}
          value={values.organ}
          options={organs}
          labelRender={withoutIndent}
          onChange={(organ) => set({ organ })}
        />
      </FormField>
      <FormField
        id="person-capacity"
        label={t('person.capacity')}
        hint={t('person.capacity-hint')}
        field="capacity"
        error={save.error}
      >
        <InputNumber id="person-capacity" min={1} max={999} precision={0} value={capacity} onChange={(value) => carry(value)} />
      </FormField>
      <Refusal
        error={save.error}
        names={{ capacity: t('person.capacity'), name: t('person.name'), email: t('person.email'), organ: t('person.organ') }}
      />
      <div className="set-acts">
        <span role="status" className="muted dense">
          {save.isSuccess ? t('saved') : ''}
        </span>
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {t('save')}
        </Button>
      </div>
    </SettingsForm>
  );
}
