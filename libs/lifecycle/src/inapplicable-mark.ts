import type { LocalDate } from '@gongkai/calendar';
import type { InapplicableLine } from '@gongkai/contracts';

/** What somebody has said not to apply of what the archive asks for (REG 45), with the reason that stands in the folder. */
export type InapplicableMark = {
  readonly line: InapplicableLine;
  readonly reason: string;
  readonly by: string;
  readonly on: LocalDate;
};
