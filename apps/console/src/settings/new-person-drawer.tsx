import { ROLES, type PersonWithPassword, type Role } from '@gongkai/contracts';
import { Button, Checkbox, Drawer, Input, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { api } from '../api/api.js';
import { useWords } from '../i18n/use-words.js';
import { useFocusBack } from '../parts/use-focus-back.js';
import { useSession } from '../session/session.js';
import { FormField } from './form-field.js';
import { OneTimeSecret } from './one-time-secret.js';
import { useChange } from './queries.js';
import { Refusal } from './refusal.js';
import { SettingsForm } from './settings-form.js';
import { useOrganOptions, useRoleName, withoutIndent } from './use-names.js';

type Props = { readonly organ: string | undefined; readonly onClose: (made?: string) => void };

/** Takes a person in; the password for the first log-in is shown once. */
export function NewPersonDrawer({ organ, onClose }: Props): ReactNode {
  const t = useWords('settings');
  const { user } = useSession();
  useFocusBack();
  const organs = useOrganOptions();
  const [values, setValues] = useState({ username: '', name: '', email: '', organ: organ ?? user.organ });
  const [roles, setRoles] = useState<readonly Role[]>([]);
  const [ogiHead, setOgiHead] = useState(false);
  const posts = roles.map((role) => ({ role, ogiHead: role === 'approver' && ogiHead }));
  const create = useChange(() =>
    api.post<PersonWithPassword>('/admin/people', { ...values, email: values.email.trim() || null, posts }),
  );
  const text = (id: 'username' | 'name' | 'email', required: boolean): ReactNode => (
    <FormField id={`new-${id}`} label={t(`person.${id}`)} required={required} field={id} error={create.error}>
      <Input
        id={`new-${id}`}
        autoComplete="off"
        required={required}
        value={values[id]}
        onChange={({ target }) => setValues((before) => ({ ...before, [id]: target.value }))}
      />
    </FormField>
  );
  if (create.data !== undefined) {
    const { person, password } = create.data;
    const note = t('secret.for-person', { name: person.name, username: person.username });
    return <OneTimeSecret title={t('secret.password')} secret={password} note={note} onClose={() => onClose(person.id)} />;
  }
  return (
    <Drawer open title={t('person.add')} onClose={() => onClose()} size={520}>
      <SettingsForm onSubmit={() => create.mutate(undefined)}>
        {text('name', true)}
        {text('username', true)}
        <FormField id="new-organ" label={t('person.organ')} required field="organ" error={create.error}>
          <Select
            id="new-organ"
            showSearch={{ optionFilterProp: 'label' }}
            value={values.organ}
            options={organs}
            labelRender={withoutIndent}
            onChange={(code) => setValues((before) => ({ ...before, organ: code }))}
          />
        </FormField>
        {text('email', false)}
        <RoleChoice roles={roles} onRoles={setRoles} ogiHead={ogiHead} onOgiHead={setOgiHead} />
        <p className="muted dense">{t('person.password-note')}</p>
        <Refusal
          error={create.error}
          names={{
            name: t('person.name'),
            username: t('person.username'),
            email: t('person.email'),
            organ: t('person.organ'),
          }}
        />
        <div className="set-acts">
          <Button onClick={() => onClose()}>{t('leave')}</Button>
          <Button type="primary" htmlType="submit" loading={create.isPending}>
            {t('person.add')}
          </Button>
        </div>
      </SettingsForm>
    </Drawer>
  );
}

type RoleChoiceProps = {
  readonly roles: readonly Role[];
  readonly onRoles: (roles: readonly Role[]) => void;
  readonly ogiHead: boolean;
  readonly onOgiHead: (ogiHead: boolean) => void;
};

/** Roles from today on; others are given later, with their days. */
function RoleChoice({ roles, onRoles, ogiHead, onOgiHead }: RoleChoiceProps): ReactNode {
  const t = useWords('settings');
  const roleName = useRoleName();
  return (
    <fieldset className="set-roles">
      <legend>{t('post.from-today')}</legend>
      <Checkbox.Group
        value={[...roles]}
        options={ROLES.map((role) => ({ value: role, label: roleName(role) }))}
        onChange={(chosen) => onRoles(chosen)}
      />
      {roles.includes('approver') ? (
        <Checkbox checked={ogiHead} onChange={({ target }) => onOgiHead(target.checked)}>
          {t('post.ogi-head')}
        </Checkbox>
      ) : null}
    </fieldset>
  );
}
