import type { OrganView } from '@gongkai/contracts';
import { useQuery } from '@tanstack/react-query';
import { api } from '../api/api.js';
import { keys } from '../api/keys.js';
import { useLanguage } from '../i18n/use-words.js';

type Organs = { readonly items: readonly OrganView[] };

/** Organs in sight; they hardly ever change. */
export const useOrgans = () =>
  useQuery({ queryKey: keys.organs, queryFn: () => api.get<Organs>('/organs'), staleTime: Infinity });

/** Names of the organs in sight by their codes; nothing until they are read, and an unknown code stands for itself. */
export function useOrganName(): (code: string) => string {
  const language = useLanguage();
  const { data } = useOrgans();
  return (code) => (data === undefined ? '' : (data.items.find((organ) => organ.code === code)?.name[language] ?? code));
}
