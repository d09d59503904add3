import { Notifications, OwnLadders, PaceQueries, Undelivered, Webhooks } from '@gongkai/casework';
import { WebhookSender, type Settings } from '@gongkai/platform';

export type TellingServices = {
  readonly notifications: Notifications;
  readonly undelivered: Undelivered;
  readonly webhooks: Webhooks;
  readonly ladders: OwnLadders;
  readonly pace: PaceQueries;
};

type Parts = ConstructorParameters<typeof Notifications>[0] &
  Omit<ConstructorParameters<typeof Webhooks>[0], 'sender' | 'publicUrl'>;

/** What officials were told, in the program, by mail and at places outside, and how their work goes. */
export const toldIn = (parts: Parts, { webhookAllow, publicUrl }: Settings): TellingServices => ({
  notifications: new Notifications(parts),
  undelivered: new Undelivered(parts),
  ladders: new OwnLadders(parts),
  webhooks: new Webhooks({ ...parts, sender: new WebhookSender(webhookAllow), publicUrl }),
  pace: new PaceQueries(parts),
});
