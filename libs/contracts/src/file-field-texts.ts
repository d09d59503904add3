import type { FieldCode } from './field-codes.js';
import type { Text } from './text.js';

/** What is wrong with a file that is named. */
export const fileFieldTexts = {
  'file-kind': {
    'zh-CN': '这里只收{kinds}，没有收下。别的文件请先转成 PDF，照片可以截图再传',
    en: 'Only {kinds} are taken here. Save the file as a PDF first; of a picture, upload a screenshot',
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
