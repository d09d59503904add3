import type { CaseView, CommandType, Completeness, DeliveryLack, DocumentsView, JournalEntryView } from '@gongkai/contracts';
import { envelopeChecked, identityChecked, receiptChecked, type Arrived } from './arrival-checked.js';
import { isInternalMaterial, papersMissing, permissions } from '@gongkai/lifecycle';

type Missing = Completeness['items'][number];
type Notice = CaseView['notices'][number];
type Papers = readonly (Pick<DocumentsView['items'][number], 'type'> & {
  readonly id?: string;
  readonly name?: string;
  readonly entry?: number;
})[];
type Entries = readonly (Pick<JournalEntryView, 'seq' | 'type'> & { readonly fact?: JournalEntryView['fact'] })[];

/** Entries whose files are the application itself: they came with it, with its confirmation, or with a note that says that they came in, as the archive asks. */
const OF_THE_APPLICATION: ReadonlySet<string> = new Set(['APPLICATION_RECEIVED', 'RECEIPT_CONFIRMED', 'NOTED']);

/** How many files are the application itself, and how many something else: notices and what is released are no original of it. */
function filesIn(papers: Papers, journal: Entries): { readonly originals: Papers; readonly others: number } {
  const files = papers.filter(({ type }) => type === 'file');
  const brought = journal.filter(({ type, fact }) => OF_THE_APPLICATION.has(type) && !isInternalMaterial({ ...fact, type }));
  const ofApplication = new Set(brought.map(({ seq }) => seq));
  const originals = files.filter(({ entry = 0 }) => ofApplication.has(entry));
  return { originals, others: files.length - originals.length };
}

/** By which step it is supplied. */
const SUPPLIED_BY: Readonly<Record<Missing['check'], CommandType>> = {
  files: 'note',
  envelope: 'note',
  identity: 'note',
  receipt: 'correctFact',
  papers: 'addStamped',
  sent: 'dispatchNotice',
  served: 'recordService',
  proven: 'addProof',
  answers: 'note',
  search: 'recordSearch',
  reviewed: 'passReview',
  remedies: 'recordReconsiderationDecision',
};

/** What the chart refuses to file. */
const BLOCKS: ReadonlySet<Missing['check']> = new Set(['remedies']);

const checked = (check: Missing['check'], found: Pick<Missing, 'passed' | 'count'> & Partial<Missing>): Missing => ({
  ...{ check, blocks: BLOCKS.has(check), suppliedBy: [...permissions[SUPPLIED_BY[check]]], papers: [] },
  ...found,
});

const paper = ({ id, kind, number }: Notice, lacks: DeliveryLack[] = []): Missing['papers'][number] => ({
  ...{ id, kind, number, lacks },
});

/** How many answers of those who were consulted are not here as they were written: neither with the answer nor with a later note. */
function unwrittenAnswers(papers: Papers, journal: Entries): number {
  const isKept = ({ seq }: Entries[number]): boolean => papers.some(({ entry }) => entry === seq);
  const isBrought = (answer: Entries[number]): boolean =>
    journal.some((entry) => (entry === answer || (entry.type === 'NOTED' && entry.seq > answer.seq)) && isKept(entry));
  return journal.filter((entry) => entry.type === 'CONSULTATION_ANSWERED' && !isBrought(entry)).length;
}

type Case = Pick<CaseView, 'notices' | 'items' | 'remedies' | 'receipt' | 'inapplicable'> & Pick<Arrived, 'applicant'>;

/** What of the outgoing documents is missing: themselves, their dispatch, their service, and what proves it. */
function noticesChecked({ notices }: Case, journal: Entries): readonly Missing[] {
  const facts = journal.map(({ type, fact }) => ({ ...fact, type }));
  const unkept = papersMissing(notices, facts);
  const sent = notices.filter(({ dispatchedOn }) => dispatchedOn !== null);
  // What a payment has overtaken asks for nothing, whether it arrives or not.
  const meant = notices.filter(({ overtakenOn }) => overtakenOn === undefined);
  const unsent = meant.filter(({ dispatchedOn }) => dispatchedOn === null);
  const unserved = meant.filter(({ dispatchedOn, servedOn }) => dispatchedOn !== null && servedOn === null);
  const lacking = notices.map((notice) => paper(notice, notice.lacks)).filter(({ lacks }) => lacks.length > 0);
  return [
    checked('papers', { passed: unkept.length === 0, count: unkept.length, papers: unkept.map((one) => paper(one)) }),
    checked('sent', { passed: unsent.length === 0, count: notices.length, papers: unsent.map((one) => paper(one)) }),
    checked('served', { passed: unserved.length === 0, count: unserved.length, papers: unserved.map((one) => paper(one)) }),
    checked('proven', { passed: lacking.length === 0, count: sent.length, papers: lacking }),
  ];
}

/** What was done before the reply: who was consulted has answered in writing, and what does not exist was looked for (REG 36(4)). */
function handlingChecked({ items }: Case, papers: Papers, journal: Entries): readonly Missing[] {
  const unwritten = unwrittenAnswers(papers, journal);
  const searches = journal.filter(({ type }) => type === 'SEARCH_RECORDED').length;
  const isSearched = searches > 0 || items.every(({ decision }) => decision?.code !== 'not_existing');
  return [
    checked('answers', { passed: unwritten === 0, count: unwritten }),
    checked('search', { passed: isSearched, count: searches }),
  ];
}

/** What is missing passes all the same where somebody has said that it does not apply; what is there needs no word. */
function passedAsInapplicable(found: Missing, { inapplicable }: Case): Missing {
  const mark = inapplicable.find(({ line }) => line === found.check);
  if (mark === undefined || found.passed) return found;
  const { line: _, ...said } = mark;
  return { ...found, passed: true, inapplicable: said };
}

/** No remedy is open, nor is one waited for that can still be brought. */
function remediesChecked({ remedies }: Case, awaited: Missing['awaited'] | null): Missing {
  const open = remedies.filter(({ closedOn }) => closedOn === null).length;
  const passed = open === 0 && !awaited;
  return checked('remedies', { passed, count: open, ...(awaited ? { awaited } : {}) });
}

/**
 * Whether the papers of a case are all there (REG 45): what of it a file that is to be kept, or shown to a court, is missing.
 * @param papers its documents, with the entries of the journal that brought them
 * @param awaited until when the office waits for a remedy before it files the case; null: it does not
 */
export function completenessOf(
  view: Case,
  papers: Papers,
  journal: Entries,
  awaited: Missing['awaited'] | null = null,
): Completeness {
  const { originals, others } = filesIn(papers, journal);
  const arrived: Arrived = { receipt: view.receipt, applicant: view.applicant, cameIn: originals };
  const released = view.items.flatMap(({ review }) => review ?? []);
  const items = [
    checked('files', { passed: originals.length > 0, count: originals.length, others }),
    checked('envelope', envelopeChecked(arrived)),
    checked('identity', identityChecked(arrived)),
    checked('receipt', receiptChecked(arrived)),
    ...noticesChecked(view, journal),
    ...handlingChecked(view, papers, journal),
    checked('reviewed', { passed: released.every(({ status }) => status === 'passed'), count: released.length }),
    remediesChecked(view, awaited),
  ];
  return { items: items.map((found) => passedAsInapplicable(found, view)) };
}
