import type { Language } from '@gongkai/contracts';
import type { FactType } from '@gongkai/lifecycle';
import type { Mail } from '@gongkai/platform';

type Text = Readonly<Record<Language, string>>;

/** What an applicant is told of. */
const WORDS = {
  logged: { 'zh-CN': '已经登记', en: 'it is logged' },
  confirmed: { 'zh-CN': '已经与您确认收到，答复期限开始计算', en: 'it is confirmed as received; the period for the reply runs' },
  accepted: { 'zh-CN': '已经受理', en: 'it is accepted' },
  notice: {
    'zh-CN': '给您发出了一份文书，请看一下要不要做什么',
    en: 'a notice was sent to you; please look whether you have to act',
  },
  corrected: { 'zh-CN': '收到了您的补正，答复期限重新计算', en: 'your correction is here; the period for the reply runs anew' },
  paid: { 'zh-CN': '收到了您的缴费，答复期限重新计算', en: 'your payment is here; the period for the reply runs anew' },
  lifted: {
    'zh-CN': '不再向您收费，请查看告知书中的答复期限',
    en: 'nothing is to be paid after all; the notice says by when the reply is due',
  },
  reply: { 'zh-CN': '答复已经发出', en: 'the reply has been sent' },
  returned: { 'zh-CN': '答复被退回，将重新送达', en: 'the reply came back to us and will be sent again' },
  served: { 'zh-CN': '答复已经送达', en: 'the reply has reached you' },
  withdrawn: { 'zh-CN': '申请已经撤回，不再办理', en: 'it was withdrawn, and nothing more is done' },
  merged: { 'zh-CN': '与您的另一件申请一并答复', en: 'it is answered with another application of yours' },
  abandoned: { 'zh-CN': '视为放弃申请，不再办理', en: 'it counts as abandoned, and nothing more is done' },
} as const satisfies Readonly<Record<string, Text>>;
export type News = keyof typeof WORDS;

const NEWS: Readonly<Partial<Record<FactType, News>>> = {
  APPLICATION_RECEIVED: 'logged',
  RECEIPT_CONFIRMED: 'confirmed',
  ACCEPTED: 'accepted',
  CORRECTION_NOTICE_MADE: 'notice',
  EXTENSION: 'notice',
  REASONS_ASKED: 'notice',
  DELAY_SET: 'notice',
  FEE_NOTICE_MADE: 'notice',
  NOTICE_DISPATCHED: 'notice',
  CORRECTION_RECEIVED: 'corrected',
  FEE_LIFTED: 'lifted',
  FEE_PAID: 'paid',
  REPLY_DISPATCHED: 'reply',
  REPLY_HANDED_OVER: 'served',
  REPLY_RETURNED: 'returned',
  REPLY_SERVED: 'served',
  PUBLIC_NOTICE_SERVED: 'served',
  WITHDRAWN: 'withdrawn',
  MERGED: 'merged',
  CORRECTION_NOT_RECEIVED: 'abandoned',
  FEE_NOT_PAID: 'abandoned',
};

/** What a fact is to its applicant; undefined where it is the office's own. */
export const newsOf = (type: string): News | undefined => NEWS[type as FactType];

type About = { readonly number: string; readonly token: string; readonly publicUrl: string };

/** The letter: the number, what has become of it, where to look. The code stays on the receipt. */
export function toldLetter(news: News, { number, token, publicUrl }: About, language: Language): Omit<Mail, 'to' | 'messageId'> {
  const follow = `${publicUrl}/portal/follow?${new URLSearchParams({ number }).toString()}`;
  const unsubscribe = `${publicUrl}/portal/no-mail?${new URLSearchParams({ token }).toString()}`;
  const what = WORDS[news][language];
  return { unsubscribe, ...FORMS[language]({ number, what, follow, unsubscribe }) };
}

type Filled = { readonly number: string; readonly what: string; readonly follow: string; readonly unsubscribe: string };

const FORMS: Readonly<Record<Language, (filled: Filled) => Pick<Mail, 'subject' | 'text'>>> = {
  'zh-CN': ({ number, what, follow, unsubscribe }) => ({
    subject: `${number} ${what}`,
    text: `您的申请${number}：${what}。\n\n查看和下载，要用回执上的查询码：\n${follow}\n\n这封邮件自动发出，不用回复。不想再收到，点这里：\n${unsubscribe}\n`,
  }),
  en: ({ number, what, follow, unsubscribe }) => ({
    subject: `${number}: ${what}`,
    text: `Your application ${number}: ${what}.\n\nTo look at it you need the query code of your receipt:\n${follow}\n\nThis mail was sent by itself; nobody reads answers. To get no more of them:\n${unsubscribe}\n`,
  }),
};
