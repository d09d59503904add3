import { paperTexts, type NoticeKind, type PaperKind } from '@gongkai/contracts';
import type { Mail } from '@gongkai/platform';

/** What a mail tells of the letter that goes with it. */
type LetterAbout = {
  readonly organ: string;
  /** Of the case. */
  readonly number: string;
  readonly kind: NoticeKind;
  /** Of the letter, in its own series. */
  readonly letterNumber: string | null;
  /** What the attachments are called. */
  readonly names: readonly string[];
  /** How many files are too large for the mail. */
  readonly leftOut: number;
  readonly publicUrl: string;
};

/** What a letter to the applicant is called. @param kind of a consultation there is none: it goes to others */
export const titleOf = (kind: NoticeKind): string =>
  paperTexts[kind === 'consultation' ? 'consult_third_party' : (kind satisfies PaperKind)]['zh-CN'];

/** The same with its number, where it has one. */
export const calledOf = (kind: NoticeKind, letterNumber: string | null): string =>
  letterNumber === null ? `《${titleOf(kind)}》` : `《${titleOf(kind)}》（${letterNumber}）`;

/** The mail around a letter: which it is, what is attached, where to say that it is here. Nobody is named, and nothing of what was asked. */
export function letterWords({
  organ,
  number,
  kind,
  letterNumber,
  names,
  leftOut,
  publicUrl,
}: LetterAbout): Pick<Mail, 'subject' | 'text'> {
  const called = calledOf(kind, letterNumber);
  const follow = `${publicUrl}/portal/follow?${new URLSearchParams({ number }).toString()}`;
  const lines = [
    '您好：',
    `您向${organ}提出的政府信息公开申请（编号${number}），现按您同意的方式，用电子邮件把${called}发给您，见附件：`,
    names.map((name, i) => `${String(i + 1)}. ${name}`).join('\n'),
    ...(leftOut === 0 ? [] : [`另有${String(leftOut)}个文件较大，没有随附，请凭编号和回执上的查询码在网上下载：${follow}`]),
    `收到后，请凭编号和查询码在网上点“我收到了”：${follow}`,
    '这封邮件自动发出，不用回复；有疑问请与受理机关联系。',
    organ,
  ];
  return { subject: `${number} ${titleOf(kind)}`, text: `${lines.join('\n\n')}\n` };
}
