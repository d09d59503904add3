import type { LocalDate } from '@gongkai/calendar';
import type { CaseView, Command, CommandType, NewApplication, Role } from '@gongkai/contracts';

/** What somebody means to do with a case on a day; null where what it is about is not there. */
export type Make = (view: CaseView) => Command | null;
export type Step = { readonly day: LocalDate; readonly by: Role; readonly type: CommandType; readonly make: Make };

/** A case as it is meant to go: logged on a day, and then step by step. */
export type Script = {
  readonly loggedOn: LocalDate;
  readonly body: NewApplication;
  /** In the order of their days. */
  readonly steps: readonly Step[];
};

/** Takes notes of what is to be done, in any order. */
export class Diary {
  readonly #notes: Step[] = [];

  /** A step that needs nothing of the case. */
  note(day: LocalDate, by: Role, command: Command): void {
    this.about(day, by, command.type, () => command);
  }

  /** A step about something of the case that has no name yet. */
  about(day: LocalDate, by: Role, type: CommandType, make: Make): void {
    this.#notes.push({ day, by, type, make });
  }

  /** In the order of their days; those of one day as they were noted. */
  steps(): readonly Step[] {
    return [...this.#notes].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  }
}
