import type { CaseFiltersInput, Role } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { approveFilters } from '../approve/approve-filters.js';
import { archiveFilters } from '../archive/archive-filters.js';
import { arrivalFilters } from '../intake/arrival-filters.js';
import { consultationFilters, deskFilters, poolFilters } from '../desk/desk-filters.js';
import { useCaseCount } from '../list/use-cases.js';
import { reviewFilters } from '../review/review-filters.js';
import { useSession } from '../session/session.js';
import type { Section } from './sections.js';

/** The lists behind the sections that tell how long they are. */
const LISTS: Readonly<Partial<Record<Section, (role: Role) => CaseFiltersInput>>> = {
  inbox: () => arrivalFilters,
  desk: () => deskFilters,
  pool: () => poolFilters,
  consultations: () => consultationFilters,
  review: reviewFilters,
  approve: () => approveFilters,
  archive: () => archiveFilters,
};

/** How many cases are behind a section; nothing where there are none. */
export function SectionCount({ section }: { readonly section: Section }): ReactNode {
  const { role } = useSession();
  const filters = LISTS[section]?.(role);
  return filters === undefined ? null : <Count filters={filters} />;
}

function Count({ filters }: { readonly filters: CaseFiltersInput }): ReactNode {
  const total = useCaseCount(filters).data?.total ?? 0;
  return total === 0 ? null : <span className="top-count">{total}</span>;
}
