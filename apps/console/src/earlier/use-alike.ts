import type { AlikeDisclosures } from '@gongkai/contracts';
import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../api/api.js';
import { useRested } from '../parts/use-rested.js';

/** Signs below which a text asks for nothing yet. */
const LEAST = 4;
const LONGEST = 4000;
/** Items that are looked for at once. */
const MOST = 20;

/** What may be public already of what is asked for, item by item; asked once the typing rests. */
export function useAlike(texts: readonly string[]): UseQueryResult<AlikeDisclosures> {
  const whole = texts
    .slice(0, MOST)
    .map((text) => text.trim().slice(0, LONGEST))
    .map((text) => (text.length < LEAST ? '' : text));
  const asked = useRested(JSON.stringify(whole));
  return useQuery({
    queryKey: ['alike', asked],
    queryFn: () => find(JSON.parse(asked) as string[]),
    enabled: /[^[\]",]/.test(asked),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    retry: false,
  });
}

/** What says nothing is not asked for; places are those of all texts again. */
async function find(texts: readonly string[]): Promise<AlikeDisclosures> {
  const places = texts.flatMap((text, i) => (text === '' ? [] : [i]));
  const asked = places.map((place) => texts[place]);
  const { items } = await api.post<AlikeDisclosures>('/public/disclosures/alike', { texts: asked });
  return { items: items.map((item) => ({ ...item, text: places[item.text] ?? 0 })) };
}
