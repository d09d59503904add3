import type { NewWebhook, WebhookFormat, WebhookKind, WebhookTarget } from '@gongkai/contracts';
import { Button, Checkbox, Drawer, Input, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { api } from '../api/api.js';
import { useWords } from '../i18n/use-words.js';
import { useFocusBack } from '../parts/use-focus-back.js';
import { useSession } from '../session/session.js';
import { FormField } from '../settings/form-field.js';
import { useChange } from '../settings/queries.js';
import { Refusal } from '../settings/refusal.js';
import { SettingsForm } from '../settings/settings-form.js';
import { useOrganOptions, withoutIndent } from '../settings/use-names.js';
import { useWho } from './use-who.js';

const FORMATS: readonly WebhookFormat[] = ['signed', 'wecom', 'dingtalk'];
const KINDS: readonly WebhookKind[] = ['reminder', 'news'];

type Props = {
  /** null for a new one. */
  readonly target: WebhookTarget | null;
  /** The lists that can be chosen. */
  readonly recipients: readonly string[];
  readonly onClose: () => void;
};

/** A new place, or another address, secret or choice of one that is there. */
export function WebhookForm({ target, recipients, onClose }: Props): ReactNode {
  const [t, s] = [useWords('reminders'), useWords('settings')];
  const { user } = useSession();
  useFocusBack();
  const [values, setValues] = useState(() => valuesOf(target, user.organ));
  const set = (change: Partial<Values>): void => setValues((before) => ({ ...before, ...change }));
  const save = useChange(() => send(target, values), onClose);
  const field = { values, set, error: save.error, target };
  return (
    <Drawer
      open
      title={target === null ? t('hook.add') : t('hook.change-title', { name: target.name })}
      onClose={onClose}
      size={560}
    >
      <SettingsForm onSubmit={() => save.mutate(undefined)}>
        <FormField id="hook-name" label={t('hook.name')} required field="name" error={save.error}>
          <Input id="hook-name" required value={values.name} onChange={({ target: { value } }) => set({ name: value })} />
        </FormField>
        {target === null ? <Place {...field} /> : null}
        <Address {...field} />
        <Choice {...field} recipients={recipients} />
        <Refusal
          error={save.error}
          names={{ name: t('hook.name'), url: t('hook.url'), secret: t('hook.secret'), kinds: t('hook.kinds') }}
        />
        <div className="set-acts">
          <Button onClick={onClose}>{s('leave')}</Button>
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {target === null ? t('hook.add') : s('save')}
          </Button>
        </div>
      </SettingsForm>
    </Drawer>
  );
}

type Values = Omit<NewWebhook, 'recipients' | 'secret'> & { readonly secret: string; readonly recipients: readonly string[] };
type FieldProps = {
  readonly values: Values;
  readonly set: (change: Partial<Values>) => void;
  readonly error: Error | null;
  readonly target: WebhookTarget | null;
};

/** Whose people, and what is at the other side: neither changes later. */
function Place({ values, set, error }: FieldProps): ReactNode {
  const t = useWords('reminders');
  const organs = useOrganOptions();
  return (
    <>
      <FormField id="hook-organ" label={t('hook.organ')} field="organ" error={error}>
        <Select
          id="hook-organ"
          value={values.organ}
          options={organs}
          labelRender={withoutIndent}
          onChange={(organ) => set({ organ })}
        />
      </FormField>
      <FormField id="hook-format" label={t('hook.format')} field="format" error={error}>
        <Select
          id="hook-format"
          value={values.format}
          options={FORMATS.map((format) => ({ value: format, label: t(`format.${format}`) }))}
          onChange={(format) => set({ format })}
        />
      </FormField>
    </>
  );
}

function Address({ values, set, error, target }: FieldProps): ReactNode {
  const t = useWords('reminders');
  const { format } = target ?? values;
  const urlHint = target === null ? t('hook.url-hint') : t('hook.url-kept', { host: target.host });
  const hints: Partial<Record<WebhookFormat, string>> = {
    signed: t('hook.secret-signed'),
    dingtalk: t('hook.secret-dingtalk'),
  };
  const isSecretNeeded = target === null && format === 'signed';
  return (
    <>
      <FormField id="hook-url" label={t('hook.url')} required={target === null} field="url" error={error} hint={urlHint}>
        <Input
          id="hook-url"
          value={values.url}
          onChange={({ target: { value } }) => set({ url: value })}
          placeholder="https://"
        />
      </FormField>
      {format === 'wecom' ? null : (
        <FormField
          id="hook-secret"
          label={t('hook.secret')}
          required={isSecretNeeded}
          field="secret"
          error={error}
          hint={target?.hasSecret === true ? t('hook.secret-kept') : hints[format]}
        >
          <Input.Password
            id="hook-secret"
            autoComplete="new-password"
            value={values.secret}
            onChange={({ target: { value } }) => set({ secret: value })}
          />
        </FormField>
      )}
    </>
  );
}

function Choice({ values, set, error, recipients }: FieldProps & Pick<Props, 'recipients'>): ReactNode {
  const t = useWords('reminders');
  const who = useWho();
  return (
    <>
      <FormField id="hook-kinds" label={t('hook.kinds')} required field="kinds" error={error}>
        <Checkbox.Group
          options={KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
          value={values.kinds}
          onChange={(kinds) => set({ kinds })}
        />
      </FormField>
      <FormField id="hook-recipients" label={t('hook.recipients')} field="recipients" error={error}>
        <Select
          id="hook-recipients"
          mode="multiple"
          placeholder={t('hook.everybody')}
          value={[...values.recipients]}
          options={recipients.map((name) => ({ value: name, label: who(name) }))}
          onChange={(chosen) => set({ recipients: chosen })}
        />
      </FormField>
      <FormField id="hook-below" label="">
        <Checkbox id="hook-below" checked={values.below} onChange={({ target: { checked } }) => set({ below: checked })}>
          {t('hook.below')}
        </Checkbox>
      </FormField>
    </>
  );
}

function valuesOf(target: WebhookTarget | null, organ: string): Values {
  if (target === null)
    return { organ, name: '', format: 'wecom', url: '', secret: '', below: false, kinds: ['reminder'], recipients: [] };
  const { name, format, below, kinds, recipients } = target;
  return { organ: target.organ, name, format, url: '', secret: '', below, kinds, recipients: recipients ?? [] };
}

function send(target: WebhookTarget | null, values: Values): Promise<WebhookTarget> {
  const { organ, format, url, secret, recipients, ...rest } = values;
  const chosen = { ...rest, recipients: recipients.length === 0 ? null : recipients };
  const signed = secret === '' ? {} : { secret };
  if (target === null) return api.post<WebhookTarget>('/admin/webhooks', { ...chosen, ...signed, organ, format, url });
  return api.patch<WebhookTarget>(`/admin/webhooks/${target.id}`, { ...chosen, ...signed, ...(url === '' ? {} : { url }) });
}
