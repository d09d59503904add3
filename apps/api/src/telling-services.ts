import {
  HandingOver,
  MailedLetters,
  Notifications,
  OwnLadders,
  owedRecordAnswers,
  owedRecordRemedies,
  PaceQueries,
  Snoozes,
  Undelivered,
  Webhooks,
  type DutySource,
  type LawShelf,
} from '@gongkai/casework';
import { WebhookSender, type Settings } from '@gongkai/platform';
import { askForNumbered, Kinds, owedEntries, owedFormed } from '@gongkai/publication';
import { owedReports } from '@gongkai/reporting';
import { owedAnswers } from '@gongkai/supervision';

export type TellingServices = {
  readonly notifications: Notifications;
  readonly snoozes: Snoozes;
  readonly undelivered: Undelivered;
  readonly mailed: MailedLetters;
  readonly webhooks: Webhooks;
  readonly ladders: OwnLadders;
  readonly pace: PaceQueries;
  readonly handing: HandingOver;
};

type Parts = ConstructorParameters<typeof Notifications>[0] &
  Omit<ConstructorParameters<typeof Webhooks>[0], 'sender' | 'publicUrl'> &
  ConstructorParameters<typeof HandingOver>[0] &
  Omit<ConstructorParameters<typeof OwnLadders>[0], 'duties'>;

/** What officials were told, in the program, by mail and at places outside, how their work goes, and how it changes hands. */
export const toldIn = (parts: Parts, { webhookAllow, publicUrl, configDir }: Settings): TellingServices => ({
  notifications: new Notifications(parts),
  snoozes: new Snoozes(parts),
  undelivered: new Undelivered(parts),
  mailed: new MailedLetters(parts),
  ladders: new OwnLadders({ ...parts, duties: dutiesIn(parts.laws, configDir) }),
  webhooks: new Webhooks({ ...parts, sender: new WebhookSender(webhookAllow), publicUrl }),
  pace: new PaceQueries(parts),
  handing: new HandingOver(parts),
});

/** Where it is known what organs owed without a case, as the worker asks it. */
const dutiesIn = (laws: LawShelf, configDir: string): readonly DutySource[] => [
  owedReports(laws, askForNumbered),
  owedEntries(new Kinds(configDir)),
  owedFormed(laws),
  owedAnswers(laws),
  owedRecordAnswers(laws),
  owedRecordRemedies(laws),
];
