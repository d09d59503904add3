import { articleInFull, attributeTexts, paperTexts } from '@gongkai/contracts';
import { isInternalMaterial, papersMissing, type CaseItem, type CaseNotice } from '@gongkai/lifecycle';
import type { ListName, Values } from '../content/places.js';
import { dayText, earlier, ordinal } from './days.js';
import { feeTiersOf } from './fee-values.js';
import { withoutStop } from './sentence.js';
import { appearingOf } from './appearing.js';
import { inapplicableOf } from './inapplicable.js';
import { addresseesOf, contactOf } from './contacts.js';
import { nameOf } from './notice-values.js';
import { demandsOf } from './order-values.js';
import { RECORD_PAPERS } from './record-papers.js';
import { consultationsOf, reviewsOf } from './records.js';
import { saidOf } from './said.js';
import { searchesOf } from './searches.js';
import { signOffOf } from './sign-off.js';
import { itemsOf, type FileListed, type Telling } from './telling.js';

export type Lists = Readonly<Record<ListName, readonly Values[]>>;

/** What there can be several of. */
export const listsOf = (telling: Telling): Lists => ({
  items: itemsOf(telling).map((item, i) => itemValues(item, i, telling)),
  feeTiers: feeTiersOf(telling),
  searches: searchesOf(telling),
  demands: demandsOf(telling),
  withheld: itemsOf(telling).flatMap((item, i) => withheldOf(item, i, telling)),
  notices: telling.matter.reckoned.now.file.notices.map((notice) => ({
    'sent.name': nameOf(notice, telling),
    'sent.number': notice.number ?? '',
    'sent.madeOn': dayText(earlier(notice.madeOn, notice.dispatchedOn)),
    'sent.sentOn': dayText(notice.dispatchedOn) ?? '',
    'sent.servedOn': dayText(notice.servedOn) ?? '',
  })),
  contacts: telling.matter.journal.flatMap((entry) => contactOf(entry, telling) ?? []),
  signOff: signOffOf(telling),
  reviews: reviewsOf(telling),
  consultations: consultationsOf(telling),
  said: saidOf(telling),
  addressees: addresseesOf(telling),
  inapplicable: inapplicableOf(telling),
  appearing: appearingOf(telling),
  papers: folderOf(telling),
});

function itemValues(item: CaseItem, i: number, telling: Telling): Values {
  const { grounds } = telling.matter.reckoned.law;
  const { decision, description, documentNumber, period } = item;
  const asked = {
    'item.no': ordinal(i + 1),
    'item.description': description,
    'item.documentNumber': documentNumber,
    'item.period': period,
  };
  if (decision === null) return asked;
  const ground = decision.ground === undefined ? undefined : grounds.grounds[decision.ground];
  const article = decision.article ?? ground?.article ?? grounds.decisions[decision.code].article;
  return {
    ...asked,
    'item.result': grounds.decisions[decision.code].name.zh,
    'item.ground': ground?.name.zh,
    'item.article': inFull(article),
    'item.facts': withoutStop(decision.facts),
    'item.reasons': withoutStop(decision.reasons),
    'item.harm': withoutStop(decision.harm),
    'item.severability': withoutStop(decision.severability),
    'item.enclosed': enclosedIn(item, telling),
    'item.otherOrgan': withoutStop(decision.otherOrgan),
    'item.earlierReply': earlierReplyOf(decision),
  };
}

/** What the applicant is given with the reply, by its names: a court sees what was given out, and nobody can say that it was something else. */
function enclosedIn({ fileIds, review }: CaseItem, { files }: Telling): string | undefined {
  const names = fileIds.flatMap((id) => files.find((file) => file.id === id)?.name.replace(/\.[^.]+$/, '') ?? []);
  const all = [...new Set([...names, ...(review?.original === undefined ? [] : [review.original.name])])];
  return all.length === 0 ? undefined : all.map((name) => `《${name.replace(/^《(.*)》$/, '$1')}》`).join('、');
}

/** A fingerprint in groups of eight: as one word it would be wider than its column, and end beyond the paper. */
const inEights = (hash: string): string => hash.replaceAll(/.{8}(?=.)/g, '$& ');

/** The files of the case that an item keeps back, as far as the decision names them. */
const withheldOf = ({ description, decision }: CaseItem, i: number, { files }: Telling): readonly Values[] =>
  (decision?.recordIds ?? []).map((id) => ({
    'withheld.no': ordinal(i + 1),
    'withheld.item': description,
    'withheld.file': files.find((file) => file.id === id)?.name ?? '',
    'withheld.hash': inEights(id),
  }));

/** The Regulations, where an article is written without them: 第十六条第一款, or 条例第十六条. */
const inFull = (article: string): string =>
  articleInFull(article, 'zh-CN').replace(/(^|、)(?:条例)?第/g, '$1《中华人民共和国政府信息公开条例》第');

/** The reply that was made before, by day and number; as it was written where nobody named them. */
const earlierReplyOf = ({ earlierReply, earlierNumber, earlierDay }: NonNullable<CaseItem['decision']>): string | undefined =>
  earlierNumber === undefined ? withoutStop(earlierReply) : `${dayText(earlierDay) ?? ''}作出的答复（${earlierNumber}）`;

/** The records that are bound with the papers before they are filed. */
const looseSheets = ({ matter, organ, pages }: Telling): readonly Paper[] =>
  RECORD_PAPERS.filter((kind) => pages?.has(kind)).map((kind) => ({
    ...{ id: kind, name: `${paperTexts[kind]['zh-CN']}${matter.head.number}`, number: '', remark: '' },
    ...{ by: organ.name, isApart: true, today: matter.reckoned.today },
  }));

/** What the catalogue says of a document of which the folder has no copy. */
const NOT_KEPT = '文书未入卷';

/** Documents that were made and do not lie in the folder: a list that passed over them would say that they never were. */
const unkept = (telling: Telling): readonly Paper[] => {
  const { journal, reckoned } = telling.matter;
  const missing = papersMissing(
    reckoned.now.file.notices,
    journal.map(({ fact }) => fact),
  );
  return missing.map((notice) => ({
    ...{ id: notice.id, name: nameOf(notice, telling), number: notice.number ?? '', remark: NOT_KEPT },
    ...{ by: telling.organ.name, isApart: false, today: notice.madeOn },
  }));
};

/** What lies in the folder, in the order in which it came in or went out; a paper in two forms is one. */
function folderOf(telling: Telling): readonly Values[] {
  const { matter, pages } = telling;
  const named = [...matter.journal.flatMap((entry) => papersOf(entry, telling)), ...unkept(telling), ...looseSheets(telling)];
  const isSame = (one: Paper, other: Paper): boolean =>
    one.id === other.id || (!one.isApart && !other.isApart && one.name === other.name && one.today === other.today);
  const once = named.filter((one, i) => named.findIndex((other) => isSame(one, other)) === i);
  return once.map(({ id, name, number, remark, by, today }, i) => ({
    'paper.no': String(i + 1),
    'paper.name': name,
    'paper.number': number,
    'paper.by': by,
    'paper.on': dayText(today),
    'paper.pages': pages?.get(id) ?? '',
    'paper.remark': remark,
  }));
}

type Paper = Pick<FileListed, 'id' | 'name'> & {
  readonly number: string;
  readonly remark: string;
  /** Whose it is (责任者). */
  readonly by: string;
  /** Never a second form of a paper of the same name: it shows how one was stamped, or is bound by itself. */
  readonly isApart: boolean;
  readonly today: Parameters<typeof dayText>[0];
};

type Entry = Telling['matter']['journal'][number];

/** What of the case an entry brought the stamped copy of. */
function stampedBy({ fact }: Entry, { matter }: Telling): CaseNotice | undefined {
  if (fact.type !== 'STAMPED_ADDED') return undefined;
  return matter.reckoned.now.file.notices.find(({ id }) => id === fact.noticeId);
}

/** Steps with which papers of the applicant come in, whoever enters them. */
const OF_APPLICANT: ReadonlySet<string> = new Set(['APPLICATION_RECEIVED', 'CORRECTION_RECEIVED', 'FEE_PAID']);

/** Whose papers an entry brought: of the applicant, of who was consulted, else of the organ. */
function authorOf({ fact, actorId }: Entry, { matter, organ }: Telling): string {
  const { applicant } = matter.head;
  const cameIn = fact.type === 'NOTED' && fact.cameIn === true;
  if (actorId === applicant.id || OF_APPLICANT.has(fact.type) || cameIn) return applicant.name;
  if (fact.type !== 'CONSULTATION_ANSWERED') return organ.name;
  const asked = matter.reckoned.now.file.consultations.find(({ id }) => id === fact.consultationId);
  return asked?.party ?? organ.name;
}

/** The papers that an entry of the journal brought; a stamped copy has the name and the number of what was stamped. */
function papersOf(entry: Entry, telling: Telling): readonly Paper[] {
  const { fact, today } = entry;
  const stamped = stampedBy(entry, telling);
  const number = 'number' in fact && typeof fact.number === 'string' ? fact.number : (stamped?.number ?? '');
  const by = authorOf(entry, telling);
  const ids = 'fileIds' in fact ? (fact.fileIds ?? []) : [];
  const named = ids.flatMap((id) => telling.files.find((file) => file.id === id) ?? []);
  return named.map(({ id, name: given }) => {
    // Of what was put to a letter so, only what the case counts as its copy: not the letter drawn anew, nor what lies beside it.
    const isScan = stamped?.stamped.includes(id) === true;
    const name = !isScan ? given.replace(/\.[^.]+$/, '') : `${nameOf(stamped, telling)}（盖章件）`;
    return { id, name, number, remark: remarkOf(fact), by, isApart: isScan, today };
  });
}

/** What the catalogue says of what was put to a note. */
const INTERNAL = '内部材料';

/** That it is internal material; of the reply to whom it may be given, as its signature fixed it. */
const remarkOf = (fact: Entry['fact']): string => (isInternalMaterial(fact) ? INTERNAL : attributeOf(fact));
const attributeOf = (fact: Entry['fact']): string =>
  fact.type === 'REPLY_SIGNED' && fact.attribute !== undefined ? attributeTexts[fact.attribute]['zh-CN'] : '';
