import type { CaseView, CommandType, PublicGuide } from '@gongkai/contracts';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/api.js';
import { keys } from '../../api/keys.js';
import type { StepValues } from './step-values.js';

/** The organ that reconsiders, as the guide of the organ of a case names it; undefined for other steps, and where no guide does. */
export function useReconsiderationOrgan(type: CommandType, { organ }: CaseView): string | undefined {
  const { data } = useQuery({
    queryKey: keys.guide(organ),
    queryFn: () => api.get<PublicGuide>(`/public/organs/${organ}/guide`),
    enabled: type === 'recordReconsiderationCopy',
  });
  return type === 'recordReconsiderationCopy' ? data?.inForce?.guide.reconsiderationOrgan : undefined;
}

/** The form begins with it; where another one decides, somebody types that. */
export const withOrgan = (values: StepValues, organ: string | undefined): StepValues =>
  organ === undefined || 'organ' in values ? values : { ...values, organ };
