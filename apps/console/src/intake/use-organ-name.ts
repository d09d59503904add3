import type { OrganView } from '@gongkai/contracts';
import { useQuery } from '@tanstack/react-query';
import { api } from '../api/api.js';
import { keys } from '../api/keys.js';
import { useLanguage } from '../i18n/use-words.js';

type OrganList = { readonly items: readonly OrganView[] };

/** Organs in sight; they hardly ever change. */
export const useOrgans = () =>
  useQuery({ queryKey: keys.organs, queryFn: () => api.get<OrganList>('/organs'), staleTime: Infinity });

/** Names an organ in the language of the screen; by its code until the names are there. */
export function useOrganName(): (code: string) => string {
  const language = useLanguage();
  const { data } = useOrgans();
  return (code) => data?.items.find((organ) => organ.code === code)?.name[language] ?? code;
}
