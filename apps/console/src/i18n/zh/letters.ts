import type { Words } from '../same-keys.js';

/** 未送达 */
export const letters = {
  'letters-what':
    '邮件服务器或者推送的对方没有收下、本人也还没有在系统里看到的提醒，以及没能寄给申请人的文书。先改正地址或者修好服务器，再重新发送。',
  'letters-none': '没有。所有提醒都送到了，或者本人已在系统里看到。',
  'letters.shown': '先显示最早的{{shown}}条，共{{total}}条。',
  'letter.at': '应发时间',
  'letter.person': '收件人',
  'letter.organ': '单位',
  'letter.about': '内容',
  'letter.mail': '发往',
  'letter.channel.mail': '邮件',
  'letter.channel.applicant': '给申请人的文书',
  'letter.channel.webhook': '推送',
  'letter.proof': '对方的回答',
  'letter.turn': '轮到办理',
  'letter.news': '办件动态',
  'letter.due': '{{deadline}} {{day}}',
  'letter.again': '重新发送',
  'letter.again-all': '全部重新发送',
  'letter.again-title': '重新发送全部{{count}}条',
  'letter.again-1': '每条按现在的邮箱或者推送地址再发一次。',
  'letter.again-2': '已办结的、已过时的不再发送。',
  'letter.aside': '不再发送',
  'letter.aside.of': '不再发送：{{name}}',
  'letter.aside.reason': '理由',
  'letter.aside.what': '这一条不再列在这里，也不再发送；本人在系统里照样看得到。谁、何时、为什么，记入管理日志。',
  'letter.aside.leave': '先不处理',
} as const satisfies Words;
