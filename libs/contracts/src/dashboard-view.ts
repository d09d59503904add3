import { z } from 'zod';
import { ChannelName } from './intake.js';
import { CaseRow, PersonRef } from './views.js';
import { CaseState, Light } from './vocabulary.js';

/** Code of an organ, as in the session and in the list of organs. */
const OrganCode = z.string();
const Count = z.int();
/** All open cases in sight: by light, state, channel, unit and person, and what is due first. */
export const DashboardView = z
  .object({
    total: Count,
    byLight: z.record(Light, Count),
    byState: z.partialRecord(CaseState, Count),
    byChannel: z.partialRecord(ChannelName, Count),
    byUnit: z.array(z.object({ organ: OrganCode, total: Count, byLight: z.partialRecord(Light, Count) })),
    byPerson: z.array(z.object({ person: PersonRef.nullable(), total: Count, byLight: z.partialRecord(Light, Count) })),
    due: z.array(CaseRow),
  })
  .meta({ id: 'DashboardView' });
export type DashboardView = z.infer<typeof DashboardView>;
