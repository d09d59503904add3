import { articleText, USUAL_ATTRIBUTE, type CaseView, type CommandType, type GroundsView } from '@gongkai/contracts';
import { principalsOf } from '../../decide/principals-of.js';
import { articleOfDecision } from '../known-article.js';
import { askedAbout, checkedInPart, givenOut, searchedFor, unlikeFound } from './items-meant.js';
import { knownOf, type Known } from './known-of-subject.js';
import { neededByPost } from './party-contact.js';
import { isOfOriginal, originalAsked } from './original-asked.js';
import { inapplicable } from './inapplicable.js';
import { leavingAtOnce } from './leaving-at-once.js';
import { PAPERS } from './paper-steps.js';
import { allTheSame, byItsWay, lookedFor, stillLacking, unprovenToClose, unprovenToFile } from './step-delivery.js';
import { fieldsOf, type StepField } from './step-model.js';
import { isSubject, type StepValues } from './step-values.js';

type Delivery = CaseView['delivery'];

/** How a reply usually leaves, by the way the applicant wants it. */
const MODE_FOR: Readonly<Record<Delivery, string>> = {
  post: 'ems',
  pick_up: 'in_person',
  email: 'email',
  portal: 'portal',
  fax: 'fax',
};

/** What of a case a form begins with. */
type StartCase = Known & Pick<CaseView, 'permitted' | 'delivery' | 'state' | 'applicant' | 'attribute'>;

/** What a form begins with: the one thing it can be about, or the first that waits; the usual way out. */
export function startValues(type: CommandType, view: StartCase): StepValues {
  const [only, ...others] = principalsOf(view, type);
  return { ...usualValues(type, view), ...(only === undefined || others.length > 0 ? {} : { inPlaceOf: only }) };
}

function usualValues(type: CommandType, view: StartCase): StepValues {
  const subject = firstSubject(type, view);
  const starts: Readonly<Partial<Record<CommandType, StepValues>>> = {
    dispatch: { mode: MODE_FOR[view.delivery] },
    sendFeeNotice: { basis: 'per_item', itemsNow: String(view.items.length) },
    recordPayment: toPay(view.permitted),
    file: { retention: view.permitted.find(({ type: step }) => step === 'file')?.retention },
    changeAgent: { agent: view.applicant.agent },
    closeAbandoned: { cause: view.state === 'awaiting_payment' ? 'fee' : 'correction' },
    submitReview: proposal(view.attribute),
    submitForApproval: proposal(view.attribute),
    signReply: named(view.attribute.standing),
  };
  const name = fieldsOf(type).find(({ kind }) => kind === 'subject')?.name;
  if (subject === undefined || name === undefined) return starts[type] ?? {};
  const chosen = { field: subject.field, id: subject.id };
  return { ...starts[type], ...knownOf(type, chosen, view), [name]: chosen };
}

/** What is to be paid by the notice that was served last. */
function toPay(permitted: StartCase['permitted']): StepValues {
  const amount = permitted.find(({ type }) => type === 'recordPayment')?.amount;
  return amount === undefined ? {} : { amount: String(amount) };
}

const named = (attribute: CaseView['attribute']['standing']): StepValues => (attribute === null ? {} : { attribute });

/** What was proposed of the public attribute before, else what is usual. */
const proposal = ({ proposed }: CaseView['attribute']): StepValues => ({
  attribute: proposed?.attribute ?? USUAL_ATTRIBUTE,
  ...(proposed?.reason === undefined ? {} : { attributeReason: proposed.reason }),
});

/** A reply that is out is what people wait for, and a letter that was answered by link, whatever else is still under way; an item that is with the reviewer waits no more. */
function firstSubject(type: CommandType, { permitted, items, answers = [] }: StartCase) {
  const subjects = permitted.find((step) => step.type === type)?.subjects ?? [];
  const isWithReviewer = (id: string): boolean => items.some((item) => item.id === id && item.review?.status === 'pending');
  const waiting = type === 'submitReview' ? subjects.filter(({ id }) => !isWithReviewer(id)) : subjects;
  const isSaid = (id: string): boolean => type === 'recordAnswer' && answers.some(({ consultationId }) => consultationId === id);
  return subjects.find(({ id }) => id === 'reply' || isSaid(id)) ?? waiting[0] ?? subjects[0];
}

/** What was kept of a form, as far as it can still be meant: a subject that nothing waits for any more is left out. */
export function keptValues(type: CommandType, kept: StepValues, view: StartCase): StepValues {
  const waiting = view.permitted.find((step) => step.type === type)?.subjects ?? [];
  const name = fieldsOf(type).find(({ kind }) => kind === 'subject')?.name ?? '';
  const { [name]: subject, ...rest } = kept;
  const isWaiting = isSubject(subject) && waiting.some(({ field, id }) => field === subject.field && id === subject.id);
  return { ...startValues(type, view), ...(isWaiting ? { ...knownOf(type, subject, view), ...kept } : rest) };
}

/** What the screen asks for beyond what a command must carry: a confirmation is told with whom and how it was had. */
const ASKED: Readonly<Partial<Record<CommandType, readonly string[]>>> = { confirmReceipt: ['confirmedBy', 'confirmedHow'] };

/** The fields of a form. A note is the text itself and carries no second one. */
export function stepFields(type: CommandType): StepField[] {
  const fields = fieldsOf(type).filter(({ kind }) => kind !== 'files' || PAPERS.has(type));
  const asked = type === 'note' ? ['text'] : (ASKED[type] ?? []);
  return fields
    .filter(({ name }) => type !== 'note' || name !== 'note')
    .map((field) => ({ ...field, required: field.required || asked.includes(field.name) }));
}

type Deciding = { readonly values: StepValues; readonly grounds: GroundsView | undefined };
type Sight = Deciding & {
  /** Entries that wait for a second person. */
  readonly toConfirm: CaseView['toConfirm'];
  readonly items: CaseView['items'];
  readonly consultations: CaseView['consultations'];
  readonly notices: CaseView['notices'];
  readonly inapplicable: CaseView['inapplicable'];
  readonly attribute: CaseView['attribute'];
  readonly asSentBack: boolean;
  readonly delivery: Delivery;
  /** Among whom to choose in whose place it is done. */
  readonly principals: readonly string[];
  /** Nobody has to say why a letter has no copy. */
  readonly keepsAllPapers: boolean;
  /** Letters to applicants are mailed by the program. */
  readonly mailsLetters?: boolean | undefined;
  /** Documents whose mail has not gone out, as a step names them. */
  readonly unmailed?: readonly string[];
};
type Shown = (field: StepField, sight: Sight) => StepField | null;

type Requirement = GroundsView['decisions']['granted']['requires'][number];

/** What a field of a decision is asked for by; the others are always asked for. */
const NEEDED_FOR: Readonly<Record<string, readonly Requirement[]>> = {
  ground: ['ground'],
  otherOrgan: ['other_organ', 'location'],
  earlierCaseId: ['earlier_reply'],
  earlierNumber: ['earlier_reply'],
  earlierDay: ['earlier_reply'],
  facts: ['facts'],
  recordIds: ['facts'],
  reasons: ['reasons'],
  harm: ['harm'],
  severability: ['severability'],
  article: ['article'],
};
/** Left out where nothing asks for them. */
const ON_DEMAND: ReadonlySet<string> = new Set([
  ...['ground', 'facts', 'recordIds', 'harm', 'severability'],
  ...['otherOrgan', 'earlierCaseId', 'earlierNumber', 'earlierDay'],
]);
/** Shown with the decision, and left out where there is none: the earlier application older than the register, the record no file of the case. */
const NEVER_REQUIRED: ReadonlySet<string> = new Set(['earlierCaseId', 'recordIds']);
/** Of a case that was chosen they are known. */
const OLDER_THAN_REGISTER: ReadonlySet<string> = new Set(['earlierNumber', 'earlierDay']);

/** What each decision needs: its ground, its reasons, where else to ask. */
const decided: Shown = (field, sight) => {
  const requires = requirementsOf(sight);
  // What is handed out is shown to the reviewer.
  if (field.name === 'fileIds') return requires.includes('review') ? field : null;
  const isNeeded = NEEDED_FOR[field.name]?.some((one) => requires.includes(one)) === true;
  if (!isNeeded) return ON_DEMAND.has(field.name) ? null : field;
  return isKnown(field, sight.values) ? null : { ...field, required: field.required || !NEVER_REQUIRED.has(field.name) };
};

/** Where all of it is withheld for somebody's sake, who is to be asked (REG 32). */
const forThirdParty: Shown = (field, { values: { code, ground } }) =>
  code === 'refused' && ground === 'third_party_rights' ? field : null;

const isKnown = ({ name }: StepField, { earlierCaseId }: StepValues): boolean =>
  OLDER_THAN_REGISTER.has(name) && earlierCaseId !== undefined;

/** Those of the decision, and of the ground where it asks for one. */
function requirementsOf({ values: { code, ground }, grounds }: Deciding): readonly Requirement[] {
  const requires = requiredBy(grounds?.decisions, code);
  return requires.includes('ground') ? [...requires, ...requiredBy(grounds?.grounds, ground)] : requires;
}

type Choices = Readonly<Record<string, { readonly requires: readonly Requirement[] }>>;
const requiredBy = (choices: Choices | undefined, chosen: unknown): readonly Requirement[] =>
  typeof chosen === 'string' ? (choices?.[chosen]?.requires ?? []) : [];

/** What was logged or entered late can only be confirmed; a wrong one is corrected, and a letter that was brought sent back. Where nothing shows its day, that is attached. */
const verdictOnEntry: Shown = (field, { values: { entryId }, toConfirm }) => {
  const waiting = toConfirm.find((one) => isSubject(entryId) && one.entryId === entryId.id);
  if (field.kind === 'files') return waiting?.reason === 'entered-late' ? { ...field, required: waiting.unproven } : null;
  const isRejectable = waiting === undefined || waiting.reason === 'fact-corrected' || waiting.reason === 'own-paper';
  return field.kind === 'verdict' && !isRejectable ? null : field;
};

/** Why it is not public at all is said by who drafts it. */
const drafting: Shown = (field, { values: { attribute } }) =>
  field.name !== 'attributeReason' || attribute === 'not_public' ? needed(field) : null;

/** What comes again as it was sent back says why nothing of it is changed; where another attribute is proposed, something is. */
const submitting: Shown = (field, sight) => {
  if (field.name !== 'unchanged') return drafting(field, sight);
  const { values, attribute, asSentBack } = sight;
  const isSame = values.attribute === undefined || values.attribute === (attribute.proposed?.attribute ?? USUAL_ATTRIBUTE);
  return asSentBack && isSame ? { ...field, required: true } : null;
};

/** Whoever signs says why where nobody has said it before. */
const signing: Shown = (field, { values: { attribute }, attribute: { proposed, opined } }) => {
  const said = [proposed ?? { attribute: USUAL_ATTRIBUTE, reason: undefined }, opined].filter((one) => one !== null);
  const followed = said.find((one) => one.attribute === attribute);
  const isSaid = attribute === 'not_public' ? followed?.reason !== undefined : followed !== undefined;
  return field.name === 'attributeReason' && (isSaid || attribute === undefined) ? null : needed(field);
};
const needed = (field: StepField): StepField => (field.name.startsWith('attribute') ? { ...field, required: true } : field);

/** The numbers of each standard; what they come to is reckoned by the tariff. */
const COUNTED_BY: Readonly<Record<string, string>> = {
  itemsBefore: 'per_item',
  countedOtherwise: 'per_item',
  itemsNow: 'per_item',
  pages: 'per_volume',
};
const charged: Shown = (field, { values: { basis } }) => {
  const standard = COUNTED_BY[field.name];
  if (field.name === 'amount' || (standard !== undefined && standard !== basis)) return null;
  const isAsked = field.name === 'finding' || (standard !== undefined && field.name !== 'countedOtherwise');
  return isAsked ? { ...field, required: true } : field;
};

const asking: Shown = (field, sight) => askedAbout(neededByPost(field, sight.values), sight);

/** A refusal, whole or in part, is recorded with its reasons, as the page behind the link asks for them (REG 32). */
const answered: Shown = (field, { values: { answer } }) => {
  if (field.name !== 'grounds') return field;
  return answer === 'agree' ? null : { ...field, required: answer !== undefined };
};

/** Whether its files came in is asked of a note that has some. */
const noted: Shown = (field, { values }) => (field.name === 'cameIn' && !hasFiles(values) ? null : field);

const hasFiles = ({ fileIds }: StepValues): boolean => Array.isArray(fileIds) && fileIds.length > 0;

const BESIDES: Readonly<Record<string, Shown>> = { unasked: forThirdParty, unlikeFound };

const SHOWN: Readonly<Partial<Record<CommandType, Shown>>> = {
  dispatch: byItsWay,
  dispatchNotice: byItsWay,
  addProof: stillLacking,
  recordReturn: lookedFor,
  recordService: allTheSame,
  file: (field, sight) => (field.name === 'unkept' && sight.keepsAllPapers ? null : unprovenToFile(field, sight)),
  closeAbandoned: unprovenToClose,
  markInapplicable: inapplicable,
  decideItem: (field, sight) => (BESIDES[field.name] ?? decided)(field, sight),
  recordSearch: searchedFor,
  sendFeeNotice: charged,
  submitReview: (field, sight) => (isOfOriginal(field) ? originalAsked(field, sight) : drafting(field, sight)),
  submitForApproval: submitting,
  signReply: signing,
  confirmFact: verdictOnEntry,
  askThirdParty: asking,
  askJointProducer: asking,
  askOtherOrgan: asking,
  askSecrecyAuthority: asking,
  overrideThirdParty: givenOut,
  split: (field, { consultations }) => (field.kind === 'letters' && consultations.length === 0 ? null : field),
  recordAnswer: answered,
  note: noted,
  passReview: checkedInPart,
};

/** The fields that are asked for, given what has been filled in. */
export const visibleFields = (type: CommandType, fields: readonly StepField[], sight: Sight): StepField[] =>
  fields.flatMap((field) => {
    if (field.kind === 'principal') return sight.principals.length === 0 ? [] : { ...field, required: true };
    if (field.name === 'particulars' && !hasFiles(sight.values)) return [];
    const shown: Shown = leavingAtOnce(type, field) ?? SHOWN[type] ?? ((same) => same);
    return shown(field, sight) ?? [];
  });

/** What else follows from a field: with a subject what is known of it, with a decision or a ground its article; both can be changed. */
export function withConsequences(
  type: CommandType,
  name: string,
  { items, consultations, remedies, answers = [], ...sight }: Deciding & Known,
): StepValues {
  const { [name]: chosen } = sight.values;
  if (isSubject(chosen)) return { ...sight.values, ...knownOf(type, chosen, { items, consultations, remedies, answers }) };
  const article = type === 'decideItem' && BRINGS_ARTICLE.has(name) ? articleFor(sight) : undefined;
  return article === undefined ? sight.values : { ...sight.values, article: articleText(article, 'zh-CN') };
}

const BRINGS_ARTICLE: ReadonlySet<string> = new Set(['code', 'ground']);

function articleFor({ values: { code, ground }, ...sight }: Deciding): string | undefined {
  if (typeof code !== 'string') return undefined;
  const asksGround = requirementsOf({ ...sight, values: { code } }).includes('ground');
  return articleOfDecision(code, asksGround && typeof ground === 'string' ? ground : undefined, sight.grounds);
}
