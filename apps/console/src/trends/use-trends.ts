import type { ForecastView, TrendsView } from '@gongkai/contracts';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../api/api.js';
import { keys } from '../api/keys.js';

/** Whose work is looked at: an organ with what is below it, and one person; and in which days. */
export type TrendsAsked = Readonly<Record<'organ' | 'person' | 'from' | 'to', string | undefined>>;

export const useTrends = (asked: TrendsAsked): UseQueryResult<TrendsView> =>
  useQuery({
    queryKey: [...keys.cases.lists, 'trends', asked],
    queryFn: ({ signal }) => api.get<TrendsView>('/trends', asked, signal),
    placeholderData: (earlier) => earlier,
  });

/** The forecast of open cases; days have no part in it. */
export const useForecast = ({ organ, person }: Pick<TrendsAsked, 'organ' | 'person'>): UseQueryResult<ForecastView> =>
  useQuery({
    queryKey: [...keys.cases.lists, 'forecast', organ, person],
    queryFn: ({ signal }) => api.get<ForecastView>('/forecast', { organ, person }, signal),
    placeholderData: (earlier) => earlier,
  });
