import { HandingOver, Notifications, OwnLadders, PaceQueries, Snoozes, Undelivered, Webhooks } from '@gongkai/casework';
import { WebhookSender, type Settings } from '@gongkai/platform';

export type TellingServices = {
  readonly notifications: Notifications;
  readonly snoozes: Snoozes;
  readonly undelivered: Undelivered;
  readonly webhooks: Webhooks;
  readonly ladders: OwnLadders;
  readonly pace: PaceQueries;
  readonly handing: HandingOver;
};

type Parts = ConstructorParameters<typeof Notifications>[0] &
  Omit<ConstructorParameters<typeof Webhooks>[0], 'sender' | 'publicUrl'> &
  ConstructorParameters<typeof HandingOver>[0];

/** What officials were told, in the program, by mail and at places outside, how their work goes, and how it changes hands. */
export const toldIn = (parts: Parts, { webhookAllow, publicUrl }: Settings): TellingServices => ({
  notifications: new Notifications(parts),
  snoozes: new Snoozes(parts),
  undelivered: new Undelivered(parts),
  ladders: new OwnLadders(parts),
  webhooks: new Webhooks({ ...parts, sender: new WebhookSender(webhookAllow), publicUrl }),
  pace: new PaceQueries(parts),
  handing: new HandingOver(parts),
});
