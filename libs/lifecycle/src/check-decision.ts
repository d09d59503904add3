import type { LocalDate } from '@gongkai/calendar';
import { articleText, type CommandOf, type FieldCode } from '@gongkai/contracts';
import type { Grounds } from '@gongkai/statutes';
import type { Making } from './establish-step.js';
import { WITHHOLDS } from './withheld.js';

type Decided = Omit<CommandOf<'decideItem'>, 'type' | 'itemId' | 'note' | 'fileIds' | 'on'> & {
  /** Of a fact of former times, or of an old register. */
  readonly earlierReply?: string | undefined;
};

type Requirement = Grounds['decisions']['granted']['requires'][number];

/** The field that says what a decision requires; a search and a review are steps of their own. */
const SAID_IN: Readonly<Partial<Record<Requirement, keyof Decided>>> = {
  ground: 'ground',
  article: 'article',
  facts: 'facts',
  reasons: 'reasons',
  harm: 'harm',
  severability: 'severability',
  other_organ: 'otherOrgan',
  location: 'otherOrgan',
};

/** What is told of a field that is missing, where that it is required would not say what to write. */
const MISSING: Readonly<Partial<Record<Requirement, FieldCode>>> = {
  facts: 'facts-missing',
  harm: 'harm-missing',
  severability: 'severability-missing',
};

/** What a court looks for behind a refusal, and nobody needs where nothing is withheld. */
const FINDINGS = ['facts', 'harm', 'severability', 'recordIds', 'unasked'] as const;

/**
 * What each decision requires stands with it (`requires`): a withheld item its ground, article, facts and reasons (REG 36(3), 37),
 * with some grounds the harm, and why nothing can be separated where all of it is withheld; what is public already the way and place
 * (REG 36(1)), another organ its name and how to reach it (REG 36(5)), a repeated one the earlier reply (REG 36(6)).
 */
export function checkDecision(
  decided: Decided,
  { days, grounds, ledger }: Pick<Making, 'days' | 'grounds'> & Partial<Pick<Making, 'ledger'>>,
): void {
  const { code, article } = decided;
  for (const requirement of requirementsOf(decided, grounds)) {
    const field = SAID_IN[requirement];
    if (field !== undefined) days.knows(decided[field] !== undefined, field, MISSING[requirement] ?? 'required');
  }
  if (!WITHHOLDS.has(code)) checkNothingWithheld(decided, days);
  checkContact(decided, days);
  checkEarlier(decided, days, ledger?.receivedOn ?? null);
  if (article !== undefined) checkArticle(article, articlesOf(decided, grounds), days);
}

function checkNothingWithheld(decided: Decided, days: Making['days']): void {
  for (const field of FINDINGS) days.knows(decided[field] === undefined, field, 'only-where-withheld');
  days.knows(decided.ground === undefined, 'ground', 'not-of-code');
}

/** Those of the decision, and of the ground it rests on. */
function requirementsOf({ code, ground }: Decided, { decisions, grounds }: Grounds): readonly Requirement[] {
  return [...decisions[code].requires, ...(WITHHOLDS.has(code) && ground !== undefined ? grounds[ground].requires : [])];
}

/** A telephone, a mail address, a site, or a number in a street. */
const CONTACT = /\d{5}|\d{3,4}\s*-\s*\d{3}|@|https?:|www\.|\.(?:cn|com|net|org)\b|\d\s*号/iu;
const UNDETERMINED = /(?:无法|不能|难以|未能|不)确定|cannot be determined/iu;

/** What is no part of a name: an address in the net, and the words that stand before a number. */
const NO_NAME =
  /https?:\S+|[\w.+-]+@[\w.-]+|[\w-]+(?:\.[\w-]+)*\.(?:cn|com|net|org)\b\S*|联系(?:电话|方式|地址|人)|办公(?:电话|地址)|电话|手机|传真|邮箱|电子邮件|网址|网站|地址|\b(?:telephone|tel|phone|fax|e-?mail|website|site|address)\b/giu;

/** Letters that are left once it is taken out how somebody is reached: a name has two at least. */
const namesSomebody = (said: string): boolean => said.replaceAll(NO_NAME, '').replaceAll(/[^\p{L}]/gu, '').length >= 2;

/** Where it can be determined who discloses it, the applicant is told its name and how to reach it; where not, that is said (REG 36(5)). */
function checkContact({ code, otherOrgan }: Decided, days: Making['days']): void {
  if (code !== 'not_this_organ' || otherOrgan === undefined) return;
  const said = otherOrgan.normalize('NFKC');
  days.knows((CONTACT.test(said) && namesSomebody(said)) || UNDETERMINED.test(said), 'otherOrgan', 'contact-missing');
}

const EARLIER = ['earlierCaseId', 'earlierNumber', 'earlierDay'] as const;

/** The reply that answered it before: that of a case, or one older than the register by its number and day (REG 36(6)). */
function checkEarlier(decided: Decided, days: Making['days'], receivedOn: LocalDate | null): void {
  const isRepeated = decided.code === 'repeated';
  for (const field of EARLIER) days.knows(isRepeated || decided[field] === undefined, field, 'only-where-repeated');
  const { earlierCaseId, earlierReply, earlierDay } = decided;
  if (!isRepeated) return;
  if (earlierDay !== undefined) {
    const day = days.past('earlierDay', earlierDay);
    checkEarlierDay(day, { receivedOn, isOfCase: earlierCaseId !== undefined }, days);
  }
  if (earlierCaseId === undefined && earlierReply === undefined) checkOlder(decided, days);
}

/** The day from which the Regulations applied first: nothing was answered by them before. */
const REGULATIONS_BEGAN = '2008-05-01';

type Asked = { readonly receivedOn: LocalDate | null; readonly isOfCase: boolean };

/** Only what had been answered when it was asked for again is asked for again (REG 36(6)); the register tells which came first on one day. */
function checkEarlierDay(day: LocalDate, { receivedOn, isOfCase }: Asked, days: Making['days']): void {
  const isBefore = receivedOn === null || day < receivedOn || (isOfCase && day === receivedOn);
  if (isBefore && day >= REGULATIONS_BEGAN) return;
  days.add({ path: 'earlierDay', code: 'earlier-day-off', facts: { from: REGULATIONS_BEGAN, received: receivedOn ?? '' } });
}

function checkOlder({ earlierNumber, earlierDay }: Decided, days: Making['days']): void {
  const isNamed = earlierNumber !== undefined || earlierDay !== undefined;
  days.knows(isNamed, 'earlierCaseId', 'earlier-missing');
  days.knows(!isNamed || earlierNumber !== undefined, 'earlierNumber', 'required');
  days.knows(earlierNumber === undefined || /\d/u.test(earlierNumber.normalize('NFKC')), 'earlierNumber', 'earlier-number-none');
  days.knows(!isNamed || earlierDay !== undefined, 'earlierDay', 'required');
}

function checkArticle(given: string, articles: readonly string[], days: Making['days']): void {
  if (articles.length === 0 || articles.some((article) => isNamed(article, given))) return;
  days.add({ path: 'article', code: 'article-not-of-decision', facts: { articles: articles.join('; ') } });
}

/** What the decision and its ground can rest on; nothing where it follows a rule of its own, which is to be named (REG 36(7)). */
function articlesOf({ code, ground }: Decided, { decisions, grounds }: Grounds): readonly string[] {
  const { requires, article } = decisions[code];
  if (requires.includes('article') && !requires.includes('ground')) return [];
  return [...(ground === undefined ? [] : [grounds[ground].article]), article].flatMap((cited) =>
    cited.split(';').map((part) => part.trim()),
  );
}

const inWords = (article: string): string => articleText(article, 'zh-CN');

/** As the pack writes it or as people do; what else is cited beside it is the office's own. */
function isNamed(article: string, given: string): boolean {
  const text = given.replace(/[《》]/g, '');
  return [article, inWords(article), articleText(article, 'en')].some((form) => {
    const at = text.indexOf(form);
    return at >= 0 && !/^\d/.test(text.slice(at + form.length));
  });
}
