import type { CaseCommand } from '@gongkai/lifecycle';
import type { OtherCase } from './other-case.js';

/**
 * A decision that names an earlier case tells its reply as that case has it, by number and day: the applicant reads it (REG 36(6)). A reply
 * that bears no number is told by that of its case.
 */
export function withEarlierReply(command: CaseCommand, rows: readonly unknown[]): CaseCommand {
  if (command.type !== 'decideItem' || command.earlierCaseId === undefined) return command;
  const { number, reply_number: replyNumber, replied_on: earlierDay } = (rows[0] ?? {}) as Partial<OtherCase>;
  const earlierNumber = replyNumber ?? number;
  const { earlierNumber: _number, earlierDay: _day, ...said } = command;
  return { ...said, ...(earlierNumber ? { earlierNumber } : {}), ...(earlierDay ? { earlierDay } : {}) };
}
