import { roleTexts, type AdministeredOrgan, type AdministeredPerson, type PostView } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { useLanguage, useText, useWords } from '../i18n/use-words.js';
import { useOrganName as useOrganInSight } from '../list/use-organ-name.js';
import { useOffice } from '../shell/use-office.js';
import { useOrganTree } from './queries.js';

/** Names of roles as titles. */
export function useRoleName(): (role: keyof typeof roleTexts) => string {
  const textOf = useText();
  return (role) => {
    const name = textOf(roleTexts[role]).replace(/^the /, '');
    return name.charAt(0).toUpperCase() + name.slice(1);
  };
}

/** Names of organs by their codes: those that one administers; who administers none, as an auditor, those in sight. */
export function useOrganName(): (code: string) => string {
  const language = useLanguage();
  const { data } = useOrganTree();
  const inSight = useOrganInSight();
  const names = new Map(data?.map(({ code, name }) => [code, name[language]]));
  return (code) => names.get(code) ?? inSight(code);
}

/** Organs to choose from, indented by their depth. */
export function useOrganOptions(): { value: string; label: string }[] {
  const language = useLanguage();
  const { data = [] } = useOrganTree();
  return inTreeOrder(data).map(({ organ, depth }) => ({
    value: organ.code,
    label: `${'　'.repeat(depth)}${organ.name[language]}`,
  }));
}

/** The chosen one without its indent. */
export const withoutIndent = ({ label }: { readonly label?: ReactNode }): string =>
  typeof label === 'string' ? label.trim() : '';

/** An organ and how deep below the top it stands. */
export type Placed = { readonly organ: AdministeredOrgan; readonly depth: number };

/** The tree in the order it is read: each organ, then what is below it. */
export function inTreeOrder(organs: readonly AdministeredOrgan[]): readonly Placed[] {
  const known = new Set(organs.map(({ code }) => code));
  const below = (parent: string | null): AdministeredOrgan[] =>
    organs.filter((organ) => (organ.parent !== null && known.has(organ.parent) ? organ.parent : null) === parent);
  const walk = (parent: string | null, depth: number): Placed[] =>
    below(parent).flatMap((organ) => [{ organ, depth }, ...walk(organ.code, depth + 1)]);
  return walk(null, 0);
}

/** The posts a person holds today, in words. */
export function usePostNames(): (person: Pick<AdministeredPerson, 'posts'>) => string {
  const roleName = useRoleName();
  const today = useOffice().data?.today ?? '';
  const separator = useWords('settings')('list-separator');
  const nameOf = ({ role, ogiHead, title }: PostView): string => roleName(ogiHead ? 'ogi_head' : (title ?? role));
  return ({ posts }) =>
    posts
      .filter((post) => isHeld(post, today))
      .map(nameOf)
      .join(separator);
}

/** Whether a post is held on a day. */
export const isHeld = ({ validFrom, validTo }: PostView, day: string): boolean =>
  validFrom <= day && (validTo === null || validTo >= day);
