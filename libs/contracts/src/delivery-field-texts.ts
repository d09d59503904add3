import type { Text } from './text.js';

/** What a delivery does not prove, and what is to be told or attached. */
export const deliveryFieldTexts = {
  'tracking-number-missing': {
    'zh-CN': '用EMS或者挂号信寄出的，须填写邮件号码（见交寄凭证）；交寄凭证一并附上',
    en: 'What goes by EMS or registered mail has a number: give it from the posting receipt, and attach that',
  },
  'signature-missing': {
    'zh-CN': '当面交付的，须填写签收人，或者附上签收的送达回证',
    en: 'What is handed over is signed for: say by whom, or attach the signed slip',
  },
  'through-organ-missing': {
    'zh-CN': '由其他机关转交的，须写明是哪个机关',
    en: 'Say which organ hands it over',
  },
  'number-used': {
    'zh-CN': '{on}发出的那一次用过这个邮件号码；再次寄出的有新的号码，请核对',
    en: 'The item that left on {on} had this number; what is sent again has another one',
  },
  'address-from-missing': {
    'zh-CN': '换地址送达的，须写明换到哪个地址、从哪里得知（户籍、营业执照、申请人来信等）',
    en: 'Say which other address it goes to and where that is known from: the household register, a licence, a letter of the applicant',
  },
  'agreed-address-missing': {
    'zh-CN': '须写明申请人同意的邮箱地址或者传真号码',
    en: 'Give the e-mail address or fax number that the applicant agreed to',
  },
  'agreed-address-several': {
    'zh-CN': '文书由系统寄到这个邮箱：只写一个邮箱地址',
    en: 'The letter is mailed there from here: give one e-mail address, and no other',
  },
  'nothing-to-mail': {
    'zh-CN': '这份文书没有留存可以发送的文件：先用“补附盖章件”补上再用其他方式送达，或者自行发出并勾选“已自行发出”',
    en: 'The case keeps no file of this letter that could be mailed: deliver it another way, or mail it yourself and say so',
  },
  'agreed-address-other': {
    'zh-CN': '与申请书所留的邮箱、传真号码不一致：请核对；确实改用这个地址的，写明从哪里得知（如申请人来函、电话）',
    en: 'This is another e-mail address or fax number than the application gives: look at it again; where it is right, say where it is known from (a letter or call of the applicant)',
  },
  'not-mailed': {
    'zh-CN':
      '这份文书的电子邮件没有发出（{to}）：先重新发送，或者登记退回后改用其他方式送达；申请人确实已经收到的，勾选“邮件没有发出，但已收到”',
    en: 'The mail with this letter did not go out ({to}): send it again, or record its return and deliver it another way; where it is here all the same, say so',
  },
  'public-notice-runs': {
    'zh-CN':
      '这份文书正在公告送达，{on}才视为送达，届时系统自动登记；受送达人已经实际收到的，勾选“公告期间受送达人已经收到”，并写明怎样得知',
    en: 'It is served by public notice, which counts on {on} and is recorded by itself then; where the addressee has it already, say so, and from where that is known',
  },
  'back-the-same-day': {
    'zh-CN': '邮寄的文书不会在寄出当天（{on}）退回，请核对退回日期；没有交寄的不算寄出',
    en: 'What was posted on {on} does not come back that very day; check the day. What was never posted was not sent',
  },
  'no-such-try': {
    'zh-CN': '这份文书没有在那一天发出过，请核对',
    en: 'This document did not leave on that day; check it',
  },
  'delivery-unproven': {
    'zh-CN': '有{papers}份文书的送达凭证不全：先用“补充送达凭证”补上；确实补不上的，写明凭证在哪里或者为什么没有',
    en: 'The delivery of {papers} papers is not proven: add what is missing with “add proof of delivery”, or say where the proof lies or why there is none',
  },
  'letter-unkept': {
    'zh-CN': '有{papers}份文书没有留存副本（{numbers}）：先用“补附盖章件”补上；确实补不上的，写明原件在哪里或者为什么没有',
    en: 'The case keeps no copy of {papers} letters ({numbers}): add them with “add the stamped copy”, or say where they lie or why there are none',
  },
  'line-applies': {
    'zh-CN': '这一项没有标明不适用，不用撤回',
    en: 'Nobody has said that it does not apply: there is nothing to take back',
  },
  'retention-too-short': {
    'zh-CN': '比本机关保管期限表定的短：可以更长，不能更短',
    en: 'Shorter than the table of retention periods says: longer is possible, shorter is not',
  },
} as const satisfies Readonly<Record<string, Text>>;
