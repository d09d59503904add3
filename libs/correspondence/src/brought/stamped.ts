import type { PaperMatter } from '@gongkai/casework';
import { Refusal, type Command, type CommandOf, type FieldProblem } from '@gongkai/contracts';
import { factTypesOf, noticeKindOf, paperMade, type CaseNotice } from '@gongkai/lifecycle';
import { dayText, earlier } from '../values/days.js';
import { plain } from './days-said.js';
import { sheetsOf, type BroughtTools, type Sheets } from './read-brought.js';
import { figured } from './squeezed.js';

/** What is brought as the stamped copy of a letter, read before the case is held; null with any other step. */
export type Stamped = CommandOf<'addStamped'> & { readonly sheets: readonly Sheets[] };

/** Reads it: a long scan keeps nobody waiting. */
export async function readStamped(command: Command, tools: BroughtTools): Promise<Stamped | null> {
  if (command.type !== 'addStamped') return null;
  const sheets: Sheets[] = [];
  for (const id of command.fileIds ?? []) sheets.push(await sheetsOf(id, tools));
  return { ...command, sheets };
}

type Tools = BroughtTools & { readonly source: { readonly query: <Rows>(sql: string, values: unknown[]) => Promise<Rows> } };

/**
 * Holds a stamped copy against its letter (REG 45): never the paper of another one, and as many pages as were drawn; where something can be
 * read on it, the number and the day of the letter. A scan may be other for a reason, so that it only has to be said.
 * @throws Refusal `invalid-request` with all that differs
 */
export async function checkStamped(stamped: Stamped | null, matter: PaperMatter, tools: Tools): Promise<void> {
  const notice = matter.reckoned.now.file.notices.find(({ id }) => id === stamped?.noticeId);
  if (stamped === null || notice === undefined) return;
  // What is put beside a letter that was drawn, in the place of what was sent back, is no copy of it, and may be so for several.
  const isAnnex = (stamped.fileIds ?? []).every((id) => !notice.stamped.includes(id));
  const isOther = isAnnex || stamped.differs !== undefined;
  const wrong = [...brokenIn(stamped), ...(await ofAnother(stamped, matter, { ...tools, isOther }))];
  const differs = wrong.length > 0 || isOther ? [] : await differences(stamped, { notice, matter, tools });
  if (wrong.length + differs.length > 0) throw new Refusal('invalid-request', [...wrong, ...differs]);
}

/** What nobody can open shows a court nothing, whatever is said of it. */
const brokenIn = ({ sheets }: Stamped): readonly FieldProblem[] =>
  sheets.flatMap(({ isBroken }, i) => (isBroken ? [{ path: `fileIds.${String(i)}`, code: 'stamped-broken' as const }] : []));

type Held = Pick<Tools, 'source'> & { readonly isOther: boolean };

/** What went out as another letter is never the copy of this one; what was put to another as its copy may have been put there by mistake. */
async function ofAnother({ fileIds = [], noticeId }: Stamped, { organId }: PaperMatter, { source, isOther }: Held) {
  const values = [organId, fileIds, noticeId, MADE, isOther ? [] : factTypesOf.addStamped];
  const found = await source.query<{ id: string; number: string | null }[]>(OF_ANOTHER, values);
  return found.map(({ id, number }): FieldProblem => ({
    path: `fileIds.${String(fileIds.indexOf(id))}`,
    code: 'stamped-of-another',
    facts: { number: number ?? '—' },
  }));
}

type Letter = { readonly notice: CaseNotice; readonly matter: PaperMatter; readonly tools: Tools };

async function differences({ sheets }: Stamped, letter: Letter): Promise<readonly FieldProblem[]> {
  const text = sheets.map((one) => one.text).join('\n');
  return [...(await otherPages(sheets, letter)), ...(text.trim() === '' ? [] : unsaid(text, letter.notice))];
}

/** As many pages as the letter, or as the letter with the form that goes along; nothing can be told of one that was not drawn. */
async function otherPages(sheets: readonly Sheets[], letter: Letter): Promise<readonly FieldProblem[]> {
  const pages = sumOf(sheets);
  const printed = await printedOf(letter);
  const [told = null] = printed.map((one) => one.pages);
  if (pages === null || told === null || [told, sumOf(printed)].includes(pages)) return [];
  return [{ path: 'differs', code: 'stamped-pages', facts: { pages, told } }];
}

/** What was drawn for a letter, as far as it has pages: itself first. */
async function printedOf({ notice, matter, tools }: Letter): Promise<readonly Sheets[]> {
  const facts = matter.journal.map(({ fact }) => fact);
  const sheets: Sheets[] = [];
  for (const id of notice.redrawn ?? paperMade(notice.id, facts)?.drawn ?? []) sheets.push(await sheetsOf(id, tools));
  return sheets.filter(({ pages }) => pages !== null);
}

const sumOf = (sheets: readonly Sheets[]): number | null =>
  sheets.reduce<number | null>((sum, { pages }) => (sum === null || pages === null ? null : sum + pages), 0);

/** The number and the day of a letter, where a text of it does not bear them. */
function unsaid(text: string, { number, madeOn, dispatchedOn, own }: CaseNotice): readonly FieldProblem[] {
  const day = dayText(earlier(madeOn, dispatchedOn)) ?? '';
  return [
    ...(number === null || figured(text).includes(figured(number)) ? [] : [number]),
    // One that was sent back and is written anew bears the day of that.
    ...(own?.sentBack !== undefined || plain(text).includes(plain(day)) ? [] : [day]),
  ].map((lacking) => ({ path: 'differs', code: 'stamped-lacks', facts: { text: lacking } }));
}

/** The facts whose files are a letter. */
const MADE: readonly string[] = (Object.keys(noticeKindOf) as (keyof typeof factTypesOf)[]).flatMap(
  (step): readonly string[] => factTypesOf[step],
);

/**
 * Of files those that are the paper of another letter of the organ, with its number: what was drawn for it, with its step or later; where
 * nothing was, what was brought. What lies beside a drawn letter may lie beside others.
 */
const OF_ANOTHER = `
  SELECT DISTINCT ON (file.id) file.id, made.fact ->> 'number' AS number
    FROM unnest($2::text[]) AS file (id)
    JOIN journal AS entry ON entry.fact ? 'fileIds' AND coalesce(nullif(entry.fact -> 'drawn', '[]'), entry.fact -> 'fileIds') ? file.id
    JOIN case_file ON case_file.id = entry.case_id AND case_file.organ_id = $1
    LEFT JOIN journal AS made
      ON made.case_id = entry.case_id AND made.fact ->> 'noticeId' = entry.fact ->> 'noticeId' AND made.fact ? 'number'
   WHERE (entry.type = ANY ($4) OR entry.type = ANY ($5) OR entry.type = 'STAMPED_ADDED' AND entry.fact ? 'drawn')
     AND entry.fact ->> 'noticeId' <> $3`;
