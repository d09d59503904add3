import type { LocalDate } from '@gongkai/calendar';

/** What somebody has ticked off a list, in the round of the case in which it holds. */
export type Tick = { readonly item: string; readonly round: number; readonly by: string; readonly on: LocalDate };
