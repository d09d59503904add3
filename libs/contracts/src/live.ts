import { z } from 'zod';
import { PersonRef } from './views.js';

/** A case in sight has changed: ids only, the case itself is read as always. */
export const CaseChanged = z
  .strictObject({
    caseId: z.string(),
    /** Code of the organ. */
    organ: z.string(),
    version: z.int(),
    /** Who changed it last; absent where time alone did. */
    by: PersonRef.optional(),
  })
  .meta({ id: 'CaseChanged' });
export type CaseChanged = z.infer<typeof CaseChanged>;

/** What the person was told and has not acknowledged has changed. */
export const NotificationsChanged = z.strictObject({ unread: z.int() }).meta({ id: 'NotificationsChanged' });
export type NotificationsChanged = z.infer<typeof NotificationsChanged>;

/** Something came into the inbox of the own organ, or somebody did something there. */
export const InboxChanged = z.strictObject({ waiting: z.int() }).meta({ id: 'InboxChanged' });
export type InboxChanged = z.infer<typeof InboxChanged>;

/** What `GET /events` tells. After `ready` nothing is missed; before it something may have been: read again what is shown. */
export type LiveEvent =
  | { readonly type: 'ready'; readonly data: Readonly<Record<string, never>> }
  | { readonly type: 'case-changed'; readonly data: CaseChanged }
  | { readonly type: 'notification'; readonly data: NotificationsChanged }
  | { readonly type: 'incoming'; readonly data: InboxChanged };
