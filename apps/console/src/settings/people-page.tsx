import { ROLES, type Role } from '@gongkai/contracts';
import { Button, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useWords } from '../i18n/use-words.js';
import { Choice } from '../parts/choice.js';
import { NewPersonDrawer } from './new-person-drawer.js';
import { PersonDrawer } from './person-drawer.js';
import { useStaff } from './queries.js';
import { StaffTable } from './staff-table.js';
import { useOrganOptions, useRoleName, withoutIndent } from './use-names.js';

type Filter = 'organ' | 'role' | 'active' | 'q';

/** Everybody one administers: who, where, with which roles. Filters and the open drawer stand in the address. */
export function PeoplePage(): ReactNode {
  const t = useWords('settings');
  const [address, setAddress] = useSearchParams();
  const set = (change: Readonly<Record<string, string | undefined>>, replace = true): void =>
    setAddress(
      (before) => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries(change)) {
          if (value === undefined || value === '') next.delete(name);
          else next.set(name, value);
        }
        return next;
      },
      { replace },
    );
  const filter = (name: Filter): string | undefined => address.get(name) ?? undefined;
  const active = filter('active') ?? 'true';
  const staff = useStaff({
    organ: filter('organ'),
    role: filter('role') as Role | undefined,
    q: filter('q'),
    ...(active === 'all' ? {} : { active: active as 'true' | 'false' }),
  });
  const person = address.get('person');
  return (
    <section className="card set-people">
      <header className="card-head set-filters">
        <h1>{t('page.people')}</h1>
        <Input.Search
          allowClear
          aria-label={t('person.find')}
          placeholder={t('person.find')}
          defaultValue={filter('q')}
          onSearch={(q) => set({ q: q.trim() })}
        />
        <Filters organ={filter('organ')} role={filter('role')} onChange={set} />
        <Choice
          label={t('person.state')}
          value={active}
          options={(['true', 'false', 'all'] as const).map((value) => ({ value, label: t(`active.${value}`) }))}
          onChange={(value) => set({ active: value === 'true' ? undefined : value })}
        />
        <span className="spring" />
        <Button type="primary" onClick={() => set({ new: '1' }, false)}>
          {t('person.add')}
        </Button>
      </header>
      <StaffTable staff={staff} empty={t('people-none')} />
      {person === null ? null : <PersonDrawer key={person} id={person} onClose={() => set({ person: undefined })} />}
      {address.get('new') === null ? null : (
        <NewPersonDrawer organ={filter('organ')} onClose={(made) => set({ new: undefined, person: made })} />
      )}
    </section>
  );
}

type FiltersProps = {
  readonly organ: string | undefined;
  readonly role: string | undefined;
  readonly onChange: (change: Readonly<Record<string, string | undefined>>) => void;
};

function Filters({ organ, role, onChange }: FiltersProps): ReactNode {
  const t = useWords('settings');
  const roleName = useRoleName();
  const organs = useOrganOptions();
  return (
    <>
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        className="set-select"
        aria-label={t('person.organ')}
        placeholder={t('all-organs')}
        value={organ ?? null}
        options={organs}
        labelRender={withoutIndent}
        onChange={(value) => onChange({ organ: value })}
      />
      <Select
        allowClear
        className="set-select"
        aria-label={t('post.role')}
        placeholder={t('all-roles')}
        value={role ?? null}
        options={ROLES.map((each) => ({ value: each, label: roleName(each) }))}
        onChange={(value) => onChange({ role: value })}
      />
    </>
  );
}
