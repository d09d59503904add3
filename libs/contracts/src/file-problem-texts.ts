import type { ProblemCode } from './problems.js';
import type { Text } from './text.js';

/** What a kept file lacks, and a bundle of files; and what stands behind and does not answer. */
export const fileProblemTexts = {
  'file-infected': {
    'zh-CN': '文件带有病毒，没有收下',
    en: 'There is a virus in the file; it was not taken',
  },
  'scanner-silent': {
    'zh-CN': '病毒扫描程序没有应答，文件没有收下。请过几分钟再试；一直如此的，请告诉管理员',
    en: 'The virus scanner does not answer, so the file was not taken. Try again in a few minutes; tell the administrator if it stays so',
  },
  'storage-full': {
    'zh-CN': '服务器的磁盘满了，什么都没有保存。请告诉管理员腾出空间，之后再办一次',
    en: 'The disk of the server is full and nothing was saved. Tell the administrator, who has to make room, and do it again then',
  },
  'press-silent': {
    'zh-CN': '制作文书的程序没有及时应答，这一步没有办，什么都没有保存。请稍等几秒再试；一直如此的，请告诉管理员',
    en: 'What prints papers did not answer in time: the step was not taken and nothing was saved. Try again in a few seconds; tell the administrator if it stays so',
  },
  'queue-silent': {
    'zh-CN':
      '任务队列（{place}）没有应答，看不了。办件不受影响：该提醒的都记在数据库里，恢复后自动补上。请运行 gongkai doctor 查看原因',
    en: 'The queue ({place}) does not answer. No case suffers: what is to be told stands in the database and follows once it answers. Run gongkai doctor to see why',
  },
  'file-altered': {
    'zh-CN': '文件已不是存入时的内容，不能提供。请联系管理员',
    en: 'The file is no longer what was kept; it is not handed out. Tell the administrator',
  },
  'bundle-incomplete': {
    'zh-CN': '这些材料读不出，没有装订：{names}。请换上完好的文件（加注上传），或者不装这几份、在目录里注明',
    en: 'These papers cannot be read, and nothing was bound: {names}. Hand them in again, or leave them out, which the catalogue then says',
  },
  'bundle-too-large': {
    'zh-CN': '材料共{megabytes} MB，装到第{pages}页还没有装完，装不进一个PDF。请改用“导出卷宗”，里面有全部材料和目录',
    en: 'The papers are too much for one PDF: {megabytes} MB in all, and page {pages} was not the last. Take the export of the case: it has all of them, with a catalogue',
  },
} as const satisfies Partial<Record<ProblemCode, Text>>;
