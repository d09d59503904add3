import type { LocalDate } from '@gongkai/calendar';
import type { Command, Text } from '@gongkai/contracts';

/** What the clock itself says when time alone makes something true. */
export type ClockCommand =
  | { readonly type: 'lapseConsultation'; readonly consultationId: string }
  /** Who is consulted answered by the link of the letter on that day: it waits to be taken down. */
  | { readonly type: 'noteAnswerCame'; readonly consultationId: string; readonly on: LocalDate }
  /** What came by the link was none: nobody has answered. */
  | { readonly type: 'noteAnswerDismissed'; readonly consultationId: string }
  | { readonly type: 'endCorrectionPeriod' }
  | { readonly type: 'endFeePeriod' }
  /** Of the reply, where no other document is named. */
  | { readonly type: 'completePublicNotice'; readonly noticeId?: string }
  /** The calendar of a year is another than it was, by a notice that was imported, or was taken back. */
  | {
      readonly type: 'applyCalendar';
      readonly edition: number;
      readonly year: number;
      readonly notice: string;
      readonly reverted?: true;
      /** The organ that it is about with those below it; left out where it is about every one. */
      readonly organ?: Text;
      /** Who imported it, or took it back. */
      readonly changedBy?: string;
    };
export type CaseCommand = Command | ClockCommand;
