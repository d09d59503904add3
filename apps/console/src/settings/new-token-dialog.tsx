import { TOKEN_SCOPES, type IssuedToken, type TokenScope } from '@gongkai/contracts';
import { Button, Input, Modal, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { api } from '../api/api.js';
import { useWords } from '../i18n/use-words.js';
import { DateInput } from '../parts/date-input.js';
import { useFocusBack } from '../parts/use-focus-back.js';
import { useOffice } from '../shell/use-office.js';
import { FormField } from './form-field.js';
import { OneTimeSecret } from './one-time-secret.js';
import { useChange, useStaff } from './queries.js';
import { Refusal } from './refusal.js';
import { SettingsForm } from './settings-form.js';

/** Asks for whom a program acts, in what and until when; then shows its secret, once. */
export function NewTokenDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const t = useWords('settings');
  const [name, setName] = useState('');
  const [person, setPerson] = useState<string | null>(null);
  const [reach, setReach] = useState<TokenReach>({ scopes: ['intake'], until: '' });
  const [q, setQ] = useState('');
  useFocusBack();
  const { data: people = [] } = useStaff({ active: 'true', q: q.trim() || undefined });
  const issue = useChange(() =>
    api.post<IssuedToken>('/admin/tokens', {
      name,
      person: person ?? '',
      scopes: reach.scopes,
      expiresOn: reach.until || undefined,
    }),
  );
  if (issue.data !== undefined) {
    const { token, secret } = issue.data;
    const note = t('secret.for-program', { name: token.name, person: token.person.name });
    return <OneTimeSecret title={t('secret.token')} secret={secret} note={note} onClose={onClose} />;
  }
  return (
    <Modal open title={t('token.add')} onCancel={onClose} footer={null} width={480}>
      <SettingsForm onSubmit={() => issue.mutate(undefined)}>
        <FormField id="token-name" label={t('token.name')} required field="name" error={issue.error} hint={t('token.name-hint')}>
          <Input id="token-name" required value={name} onChange={({ target }) => setName(target.value)} />
        </FormField>
        <FormField
          id="token-person"
          label={t('token.person')}
          required
          field="person"
          error={issue.error}
          hint={t('token.person-hint')}
        >
          <Select
            id="token-person"
            showSearch={{ filterOption: false, onSearch: setQ }}
            placeholder={t('person.find')}
            value={person}
            options={people.map(({ id, name: label, username }) => ({ value: id, label: `${label} ${username}` }))}
            onChange={setPerson}
          />
        </FormField>
        <Reach value={reach} onChange={setReach} error={issue.error} />
        <Refusal
          error={issue.error}
          names={{
            name: t('token.name'),
            person: t('token.person'),
            scopes: t('token.scopes'),
            expiresOn: t('token.expires'),
          }}
        />
        <div className="set-acts">
          <Button onClick={onClose}>{t('leave')}</Button>
          <Button type="primary" htmlType="submit" loading={issue.isPending}>
            {t('token.add')}
          </Button>
        </div>
      </SettingsForm>
    </Modal>
  );
}

type TokenReach = { readonly scopes: readonly TokenScope[]; readonly until: string };
type ReachProps = { readonly value: TokenReach; readonly onChange: (reach: TokenReach) => void; readonly error: Error | null };

/** In what a program acts, and until when. */
function Reach({ value: { scopes, until }, onChange, error }: ReachProps): ReactNode {
  const t = useWords('settings');
  const { data: office } = useOffice();
  return (
    <>
      <FormField id="token-scopes" label={t('token.scopes')} required field="scopes" error={error} hint={t('token.scopes-hint')}>
        <Select
          id="token-scopes"
          mode="multiple"
          value={[...scopes]}
          options={TOKEN_SCOPES.map((value) => ({ value, label: t(`token.scope.${value}`) }))}
          onChange={(next) => onChange({ scopes: next, until })}
        />
      </FormField>
      {office === undefined ? null : (
        <FormField id="token-until" label={t('token.expires')} field="expiresOn" error={error} hint={t('token.expires-hint')}>
          <DateInput
            id="token-until"
            value={until}
            onChange={(next) => onChange({ scopes, until: next })}
            today={office.today}
            leaning="future"
          />
        </FormField>
      )}
    </>
  );
}
