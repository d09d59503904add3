import type { Light } from '@gongkai/contracts';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { byRisk, URGENCY } from './lights.js';
import { NumberLink, type ListFilters } from './number-link.js';

const SHOWN = 10;
/** The key of what no person has. */
export const NOBODY = '';

/** Cases of one unit or one person. */
export type Group = {
  readonly key: string;
  readonly name: string;
  readonly total: number;
  readonly byLight: Readonly<Partial<Record<Light, number>>>;
  readonly filters: ListFilters;
  /** How many they can carry, where somebody said so. */
  readonly capacity?: number | null;
  /** What else there is to say of them. */
  readonly note?: string;
};

type Props = {
  readonly id: string;
  readonly title: string;
  /** What the way to all of them is called. */
  readonly more: 'all-units' | 'all-people';
  readonly groups: readonly Group[];
};

/** A bar for each group, its parts named by light and number; what is in greater danger stands first. */
export function GroupsCard({ id, title, more, groups }: Props): ReactNode {
  const t = useWords('overview');
  const [all, showAll] = useState(false);
  const ordered = byRisk(groups);
  const largest = Math.max(1, ...groups.map(({ total }) => total));
  const over = groups.filter(({ total, capacity }) => isOver(total, capacity)).length;
  return (
    <section className="card groups-card" aria-labelledby={id}>
      <header className="card-head">
        <h2 id={id}>{title}</h2>
        <span className="muted small">
          {over === 0 ? null : <span className="groups-over">{t('over-capacity', { count: over })}</span>}
          {t('by-risk')}
        </span>
      </header>
      <ul>
        {ordered.map((group, place) => (
          <GroupBar key={group.key} group={group} largest={largest} onPaperAlone={!all && place >= SHOWN} />
        ))}
      </ul>
      {groups.length > SHOWN && !all ? (
        <Button type="link" onClick={() => showAll(true)}>
          {t(more, { count: groups.filter(({ key }) => key !== NOBODY).length })}
        </Button>
      ) : null}
    </section>
  );
}

type BarProps = {
  readonly group: Group;
  readonly largest: number;
  /** On the screen it is behind the way to all of them; a print has all. */
  readonly onPaperAlone: boolean;
};

function GroupBar({ group, largest, onPaperAlone }: BarProps): ReactNode {
  const t = useWords('overview');
  const { name, total, byLight, filters, capacity = null, note } = group;
  return (
    <li className={onPaperAlone ? 'group-more' : undefined}>
      <span>
        {name}
        {note === undefined ? null : <span className="group-note muted small">{note}</span>}
      </span>
      <span className="group-bar">
        {URGENCY.filter((light) => (byLight[light] ?? 0) > 0).map((light) => (
          <NumberLink key={light} filters={{ ...filters, light }} className={`group-part bar-${light}`}>
            <Part light={light} count={byLight[light] ?? 0} share={(byLight[light] ?? 0) / largest} />
          </NumberLink>
        ))}
      </span>
      <NumberLink filters={filters} className="group-total strong" label={loadOf(t, group)}>
        {capacity === null ? total : t('group.load', { total, capacity })}
      </NumberLink>
    </li>
  );
}

const isOver = (total: number, capacity: number | null | undefined): boolean => (capacity ?? total) < total;

/** What the number says to who does not see where it stands. */
function loadOf(t: ReturnType<typeof useWords<'overview'>>, { name, total, capacity = null }: Group): string {
  if (capacity === null) return t('group.all', { name, total });
  return isOver(total, capacity)
    ? t('group.over', { name, total, capacity, over: total - capacity })
    : t('group.of', { name, total, capacity });
}

type PartProps = { readonly light: Light; readonly count: number; readonly share: number };

/** As wide as its share of the largest group, and never narrower than what is written on it. */
function Part({ light, count, share }: PartProps): ReactNode {
  const t = useWords('overview');
  return <span style={{ width: `${(share * 22).toFixed(2)}em` }}>{t(`short.${light}`, { count })}</span>;
}
