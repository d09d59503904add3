import type { LocalDate } from '@gongkai/calendar';
import { POST_TITLES, ROLES, type AdministeredPerson, type PostTitle, type PostView, type Role } from '@gongkai/contracts';
import { Button, Checkbox, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { api } from '../api/api.js';
import { useDays } from '../i18n/use-days.js';
import { useWords } from '../i18n/use-words.js';
import { DateInput } from '../parts/date-input.js';
import { useOffice } from '../shell/use-office.js';
import { ConfirmAct } from './confirm-act.js';
import { fieldProblem, FormField } from './form-field.js';
import { useChange } from './queries.js';
import { Refusal } from './refusal.js';
import { SettingsForm } from './settings-form.js';
import { isHeld, useRoleName } from './use-names.js';

type Props = { readonly person: AdministeredPerson };

/** The roles of a person, with their days. */
export function PostSection({ person }: Props): ReactNode {
  const t = useWords('settings');
  const roleName = useRoleName();
  const today = useOffice().data?.today;
  const [ending, setEnding] = useState<PostView | null>(null);
  const end = useChange(
    (post: PostView) => api.delete<AdministeredPerson>(`/admin/people/${person.id}/posts/${post.id}`),
    () => setEnding(null),
  );
  if (today === undefined) return null;
  const posts = person.posts.filter(({ validTo }) => validTo === null || validTo >= today);
  return (
    <section aria-label={t('posts')}>
      <h2>{t('posts')}</h2>
      {posts.length === 0 ? <p className="muted dense">{t('posts-none')}</p> : null}
      <ul className="set-list">
        {posts.map((post) => (
          <PostLine key={post.id} post={post} today={today} onEnd={() => setEnding(post)} />
        ))}
      </ul>
      <NewPost person={person} today={today} />
      {ending === null ? null : (
        <ConfirmAct
          title={t('post.end-title', { name: person.name, role: roleName(ending.role) })}
          consequences={[t(isHeld(ending, today) ? 'post.end-now' : 'post.end-never'), t('logged')]}
          act={t('post.end')}
          onAct={() => end.mutate(ending)}
          onClose={() => {
            end.reset();
            setEnding(null);
          }}
          isPending={end.isPending}
          error={end.error}
        />
      )}
    </section>
  );
}

type LineProps = { readonly post: PostView; readonly today: string; readonly onEnd: () => void };

function PostLine({ post, today, onEnd }: LineProps): ReactNode {
  const t = useWords('settings');
  const days = useDays();
  const roleName = useRoleName();
  const { role, ogiHead, title, validFrom, validTo } = post;
  const span =
    validTo === null ? t('post.since', { from: days.full(validFrom) }) : `${days.full(validFrom)} — ${days.full(validTo)}`;
  return (
    <li>
      <span className="strong">{roleName(role)}</span>
      {ogiHead ? <span>{t('post.ogi-head')}</span> : null}
      {title === null ? null : <span>{roleName(title)}</span>}
      <span className="muted dense">{validFrom > today ? t('post.to-come', { span }) : span}</span>
      <span className="spring" />
      <Button size="small" onClick={onEnd} aria-label={`${t('post.end')}: ${roleName(role)}`}>
        {t('post.end')}
      </Button>
    </li>
  );
}

function NewPost({ person, today }: Props & { readonly today: LocalDate }): ReactNode {
  const t = useWords('settings');
  const roleName = useRoleName();
  const [role, setRole] = useState<Role>('caseworker');
  const [ogiHead, setOgiHead] = useState(false);
  const [title, setTitle] = useState<PostTitle | null>(null);
  const [validFrom, setValidFrom] = useState<string>(today);
  const [validTo, setValidTo] = useState('');
  const add = useChange(() =>
    api.post<AdministeredPerson>(`/admin/people/${person.id}/posts`, {
      role,
      ogiHead: role === 'approver' && ogiHead,
      title: role === 'approver' ? title : null,
      validFrom,
      validTo: validTo || null,
    }),
  );
  return (
    <SettingsForm inline onSubmit={() => add.mutate(undefined)}>
      <FormField id="post-role" label={t('post.role')} field="role" error={add.error}>
        <Select
          id="post-role"
          className="set-select"
          value={role}
          options={ROLES.map((each) => ({ value: each, label: roleName(each) }))}
          onChange={setRole}
        />
      </FormField>
      <FormField id="post-from" label={t('post.from')} field="validFrom" error={add.error}>
        <DateInput
          id="post-from"
          value={validFrom}
          onChange={setValidFrom}
          today={today}
          leaning="future"
          invalid={fieldProblem(add.error, 'validFrom') !== undefined}
        />
      </FormField>
      <FormField id="post-to" label={t('post.to')} field="validTo" error={add.error}>
        <DateInput
          id="post-to"
          value={validTo}
          onChange={setValidTo}
          today={today}
          leaning="future"
          invalid={fieldProblem(add.error, 'validTo') !== undefined}
        />
      </FormField>
      {role === 'approver' ? <ApproverPost title={title} onTitle={setTitle} ogiHead={ogiHead} onOgiHead={setOgiHead} /> : null}
      <Refusal error={add.error} names={{ role: t('post.role'), validFrom: t('post.from'), validTo: t('post.to') }} />
      <Button htmlType="submit" loading={add.isPending}>
        {t('post.add')}
      </Button>
    </SettingsForm>
  );
}

type ApproverProps = {
  readonly title: PostTitle | null;
  readonly onTitle: (title: PostTitle | null) => void;
  readonly ogiHead: boolean;
  readonly onOgiHead: (ogiHead: boolean) => void;
};

/** What the post of an approver bears: its title in chains of approval, and whether it heads the OGI unit. */
function ApproverPost({ title, onTitle, ogiHead, onOgiHead }: ApproverProps): ReactNode {
  const t = useWords('settings');
  const roleName = useRoleName();
  return (
    <>
      <FormField id="post-title" label={t('post.title')} field="title" error={null}>
        <Select
          id="post-title"
          className="set-select"
          allowClear
          placeholder={t('post.no-title')}
          value={title}
          options={POST_TITLES.map((each) => ({ value: each, label: roleName(each) }))}
          onChange={(chosen: PostTitle | undefined) => onTitle(chosen ?? null)}
        />
      </FormField>
      <Checkbox checked={ogiHead} onChange={({ target }) => onOgiHead(target.checked)}>
        {t('post.ogi-head')}
      </Checkbox>
    </>
  );
}
