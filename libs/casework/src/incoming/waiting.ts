import type { Statement } from '@gongkai/platform';

/** How much waits in the inbox of an organ. */
export type WaitingInInbox = {
  readonly organ_id: string;
  readonly waiting: number;
  /** When the last of it was taken in. */
  readonly latest: Date;
  /** Another one whenever something was done with any of it. */
  readonly touched: number;
};

/** The inboxes of organs, without those that are empty. What came is told by when it was taken in: a fax may have lain elsewhere. */
export const waitingInInboxes = (organIds: readonly string[]): Statement => ({
  name: 'incoming-waiting',
  text: `
    SELECT organ_id, count(*)::int AS waiting, max(told.first) AS latest, max(told.last) AS touched
      FROM incoming
     CROSS JOIN LATERAL (SELECT min(at) AS first, max(seq) AS last FROM incoming_event WHERE incoming_id = incoming.id) AS told
     WHERE organ_id = ANY ($1::uuid[]) AND state = 'waiting' GROUP BY organ_id`,
  values: [organIds],
});
