import type { LocalDate } from '@gongkai/calendar';
import type { CaseLaw } from '@gongkai/lifecycle';
import {
  LawLibrary,
  readApprovalChains,
  readChecklists,
  readFeeTariffs,
  readReminderLadders,
  readReportFormats,
  readRetentionTables,
} from '@gongkai/platform';
import type { AnnualReportFormat, ReminderLadders } from '@gongkai/statutes';
import { LadderShelf } from './ladders/ladder-shelf.js';

/** The law that a case is handled under, with who is told of its deadlines and where it counts. */
export type LawOfCase = CaseLaw & {
  /** The edition of the imported calendars that `calendar` is of. */
  readonly edition: number;
  /** That of `endedBy`. */
  readonly endedUnder?: number;
  readonly reminders: ReminderLadders;
  /** The annual report, in every format it has had: in which of its rows a case counts. */
  readonly reports: readonly AnnualReportFormat[];
};

/** The laws of this installation. */
export type LawShelf = {
  /** The statute that new cases come under. */
  readonly statute: string;
  /**
   * The law as an organ applies it on a day, with its own ladders and days off, or the standard ones.
   * @param endedUnder the edition of the calendars under which the clock of a case has ended; null or left out: it runs
   * @throws Refusal when there is no such pack
   */
  readonly lawOf: (statute: string, on: LocalDate, organId?: string, endedUnder?: number | null) => LawOfCase;
  /** Where its calendars come from: those it was shipped with, and over them what was imported. */
  readonly calendars: CalendarShelf;
  /** Who is told of deadlines, organ by organ. */
  readonly ladders: LadderShelf;
};

/** The calendars of this installation, and which edition of them the process uses. */
export type CalendarShelf = Pick<LawLibrary, 'edition' | 'adopt' | 'calendars' | 'calendarYears' | 'shippedYears'>;

/** The statute that new cases come under. */
const STATUTE = 'cn-ogi-711';

/**
 * Statutes, calendars, grounds and reminders of the configuration folder; what is wrong with the default is told at once.
 * @param library where the packs and calendars of that folder are kept already
 */
export function lawShelf(configDir: string, library = new LawLibrary(configDir)): LawShelf {
  const grounds = library.grounds();
  const ladders = new LadderShelf(readReminderLadders(configDir));
  const approvals = readApprovalChains(configDir);
  const checklists = readChecklists(configDir);
  const tariffs = readFeeTariffs(configDir);
  const reports = readReportFormats(configDir);
  const retentions = readRetentionTables(configDir);
  library.statute(STATUTE);
  return {
    statute: STATUTE,
    calendars: library,
    ladders,
    lawOf: (id, _on, organId, endedUnder = null) => {
      const { law, calendar } = library.statute(id, organId);
      return {
        statute: law,
        calendar,
        edition: library.edition,
        ...(endedUnder === null ? {} : { endedUnder, endedBy: library.statute(id, organId, endedUnder).calendar }),
        grounds,
        tariffs,
        reminders: organId === undefined ? ladders.standard : ladders.of(organId),
        reports,
        approvals,
        retentions,
        checklists,
      };
    },
  };
}

/** The same laws for what is only written down again: nobody ticked anything then, and it went up no chain of today. */
export const withoutOfficeRules = (shelf: LawShelf): LawShelf => ({
  ...shelf,
  lawOf: (...asked) => {
    const { checklists: _ticked, approvals: _approved, ...law } = shelf.lawOf(...asked);
    return law;
  },
});
