import { attachedTexts, type CaseView, type JournalEntryView } from '@gongkai/contracts';

const ATTACHED = Object.values(attachedTexts.power_of_attorney);

type Agency = Pick<CaseView, 'applicant'>;
type Journal = readonly Pick<JournalEntryView, 'fact'>[];

/** Whether a power of attorney came through the inbox. */
const cameThroughInbox = (journal: Journal): boolean =>
  journal.some(({ fact: { text } }) => typeof text === 'string' && ATTACHED.some((begin) => text.startsWith(begin)));

/** Whether an agent acts of whom no power of attorney came, with the application or through the inbox. */
export const lacksPowerOfAttorney = ({ applicant: { agent, powerOfAttorneyFileId } }: Agency, journal: Journal): boolean =>
  agent !== undefined && powerOfAttorneyFileId === undefined && !cameThroughInbox(journal);

/** Whether a power of attorney came through the inbox, and nobody has said since whom it names. */
export const lacksAgent = ({ applicant: { agent } }: Agency, journal: readonly JournalEntryView[]): boolean =>
  agent === undefined && cameThroughInbox(journal.slice(journal.findLastIndex(({ type }) => type === 'AGENT_CHANGED') + 1));
