import type { PaperMatter } from '@gongkai/casework';
import type { PaperKind } from '@gongkai/contracts';
import { ofThisRound } from './telling.js';

/** What ended without a reply has nothing that was approved. */
export const hasReply = ({ reckoned }: PaperMatter): boolean => reckoned.now.file.round.reply.signedOn !== null;

/**
 * The records that an office keeps of its own work, in the order in which they lie in a folder, each with when the folder has to hold it: of
 * every link from registration to the reply (REG 45).
 */
const HELD = {
  registration_form: () => true,
  search_record: ({ reckoned }) => reckoned.now.file.searches > 0,
  consultation_record: ({ reckoned }) => reckoned.now.file.consultations.length > 0,
  review_form: (matter) => ofThisRound(matter).some(({ fact }) => fact.type === 'REVIEW_SUBMITTED'),
  approval_sheet: hasReply,
  // No reply is owed where an application is taken back or given up: that it ended so is recorded instead (REG 30).
  closing_record: (matter) => matter.reckoned.now.file.ending !== null && !hasReply(matter),
} as const satisfies Partial<Record<PaperKind, (matter: PaperMatter) => boolean>>;

type RecordPaper = keyof typeof HELD;

/** All that there are; by their kinds the pages are known of those that do not lie among the papers yet. */
export const RECORD_PAPERS = Object.keys(HELD) as readonly RecordPaper[];

/** Those that the folder of a case has to hold as it stands. */
export const recordPapersOf = (matter: PaperMatter): readonly RecordPaper[] => RECORD_PAPERS.filter((kind) => HELD[kind](matter));
