import { articleInFull } from '@gongkai/contracts';
import type { CaseItem } from '@gongkai/lifecycle';
import type { ListName, Values } from '../content/places.js';
import { dayText, earlier, ordinal } from './days.js';
import { addresseesOf, contactOf } from './contacts.js';
import { nameOf } from './notice-values.js';
import type { Telling } from './telling.js';

export type Lists = Readonly<Record<ListName, readonly Values[]>>;

/** What there can be several of. */
export const listsOf = (telling: Telling): Lists => ({
  items: telling.matter.reckoned.now.file.items.map((item, i) => itemValues(item, i, telling)),
  searches: telling.matter.journal.flatMap(({ fact, actorId, today }) =>
    fact.type === 'SEARCH_RECORDED'
      ? {
          'search.on': dayText(fact.on ?? today),
          'search.by': telling.matter.head.people[actorId],
          'search.where': fact.where,
          'search.words': fact.words,
          'search.result': fact.result,
        }
      : [],
  ),
  notices: telling.matter.reckoned.now.file.notices.map((notice) => ({
    'sent.name': nameOf(notice, telling),
    'sent.number': notice.number ?? '',
    'sent.madeOn': dayText(earlier(notice.madeOn, notice.dispatchedOn)),
    'sent.sentOn': dayText(notice.dispatchedOn) ?? '',
    'sent.servedOn': dayText(notice.servedOn) ?? '',
  })),
  contacts: telling.matter.journal.flatMap((entry) => contactOf(entry, telling) ?? []),
  addressees: addresseesOf(telling),
  papers: folderOf(telling),
});

function itemValues(item: CaseItem, i: number, { matter: { reckoned } }: Telling): Values {
  const { grounds } = reckoned.law;
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
    'item.reasons': withoutStop(decision.reasons),
    'item.otherOrgan': withoutStop(decision.otherOrgan),
    'item.earlierReply': withoutStop(decision.earlierReply),
  };
}

/** The Regulations, where an article is written without them: 第十六条第一款, or 条例第十六条. */
const inFull = (article: string): string =>
  articleInFull(article, 'zh-CN').replace(/(^|、)(?:条例)?第/g, '$1《中华人民共和国政府信息公开条例》第');

/** The sentence it becomes a part of has its own. */
const withoutStop = (text: string | undefined): string | undefined => text?.replace(/[。．.；;]+$/u, '');

/** What lies in the folder, in the order in which it came in or went out; a paper in two forms is one. */
function folderOf({ matter, files, organ, pages }: Telling): readonly Values[] {
  const { journal, head } = matter;
  const named = journal.flatMap(({ fact, actorId, today }) =>
    ('fileIds' in fact ? (fact.fileIds ?? []) : []).flatMap((id) => {
      const file = files.find((one) => one.id === id);
      const number = 'number' in fact && typeof fact.number === 'string' ? fact.number : '';
      return file === undefined
        ? []
        : [
            {
              id,
              name: file.name.replace(/\.[^.]+$/, ''),
              number,
              isOwn: actorId !== head.applicant.id && fact.type !== 'APPLICATION_RECEIVED',
              today,
            },
          ];
    }),
  );
  const once = named.filter((one, i) => named.findIndex((other) => other.name === one.name && other.today === one.today) === i);
  return once.map(({ id, name, number, isOwn, today }, i) => ({
    'paper.no': String(i + 1),
    'paper.name': name,
    'paper.number': number,
    'paper.by': isOwn ? organ.name : head.applicant.name,
    'paper.on': dayText(today),
    'paper.pages': pages?.get(id) ?? '',
  }));
}
