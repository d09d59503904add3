import { z } from 'zod';
import { Day } from './day.js';
import { OrganView } from './session.js';
import { Role } from './vocabulary.js';

/** What a day is to the office; a make-up day is a Saturday or Sunday that is worked (调休上班). */
export const DayKind = z.enum(['working', 'weekend', 'holiday', 'makeup']);
export type DayKind = z.infer<typeof DayKind>;

/** What anybody may know of the office before logging in: its day, the days around it, and whether all of it is only played. */
export const OfficeView = z
  .strictObject({
    today: Day,
    /** From Monday of this week on. */
    days: z.array(
      z.strictObject({
        date: Day,
        kind: DayKind,
        /** No notice of the State Council covers the year yet. */
        provisional: z.boolean(),
      }),
    ),
    /** Whether people may log in with an account that the office's identity provider knows. */
    signOn: z.boolean(),
    /** Whether letters to applicants that leave by e-mail are mailed from here: a mail server is set. */
    mailsLetters: z.boolean(),
    /** The log-ins of the demonstration, whose password everybody knows; null in an installation. */
    demonstration: z
      .strictObject({ password: z.string(), organs: z.array(OrganView.pick({ code: true, name: true })), roles: z.array(Role) })
      .nullable(),
  })
  .meta({ id: 'OfficeView' });
export type OfficeView = z.infer<typeof OfficeView>;
