import type { FieldCode } from './field-codes.js';
import type { Text } from './text.js';

/** What is wrong with a file that is named. */
export const fileFieldTexts = {
  'nothing-signed': {
    'zh-CN': '这些日期没有签过名的记录，请改选日期；一天过完后才签名',
    en: 'Nothing is signed of these days; choose others. A day is signed once it is over',
  },
  'file-kind': {
    'zh-CN': '这里只收{kinds}，没有收下。别的文件请先转成 PDF，照片可以截图再传',
    en: 'Only {kinds} are taken here. Save the file as a PDF first; of a picture, upload a screenshot',
  },
  'text-of-case': {
    'zh-CN': '这个文件与案卷里的“{name}”文字相同，不能直接公开：在那一件里拟公开稿，审查之后公开',
    en: 'This file says word for word what “{name}” says, which lies in a case: begin a draft for publication in that case, which is reviewed first',
  },
  'second-look': {
    'zh-CN': '附有文件的信息，须经第二人保密审查才能公开（条例第十七条）：请送审',
    en: 'What has a file is public only once a second person has reviewed it (REG 17): propose it for review',
  },
  'personal-words': {
    'zh-CN': '写有个人信息“{text}”（身份证号，或者申请人的电话、地址），不能公开，请改写',
    en: 'It tells “{text}” of a person (the number of an identity card, or where an applicant is reached), which is not published; write it otherwise',
  },
  'withheld-words': {
    'zh-CN': '文件名里有已经遮盖的内容“{text}”，会随公开版一起发出去，请改名',
    en: 'The name tells “{text}”, which is withheld, and goes out with the file; call it otherwise',
  },
  'not-for-everybody': {
    'zh-CN': '写的是“{value}”，不是主动公开，没有发布；可以公开的，改为主动公开再导入',
    en: 'It says “{value}”, which is not open to everybody, and is not published; where it may be, say so in the table',
  },
  'file-of-case': {
    'zh-CN': '这个文件在案卷里，不能直接公开：在那一件里拟公开稿，审查之后公开',
    en: 'This file lies in a case and is not published by itself: begin a draft for publication in that case, which is reviewed first',
  },
  'copy-too-long': {
    'zh-CN': '文件太长，做不成公开用的副本，请分成几个文件公开',
    en: 'Too long to be copied for the public; publish it in several files',
  },
  'file-too-large': { 'zh-CN': '超过{limit} MB，请分成几个文件上传', en: 'Larger than {limit} MB; upload it in several files' },
} as const satisfies Partial<Record<FieldCode, Text>>;
