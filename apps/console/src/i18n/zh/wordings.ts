import type { Words } from '../same-keys.js';

/** 文书用语的导出和导入 */
export const wordings = {
  export: '导出全部用语',
  import: '导入用语',
  'import-what': '从别处导出的一份文书用语（YAML）。先看会改哪些、缺什么，再启用；有一处不行就一处也不改。',
  pick: '选择文件',
  file: '文件',
  changes: '会改的文书',
  new: '新写用语',
  changed: '改写用语',
  same: '与现行一致，不改',
  grave: '有不能用的用语，请改好文件后再导入。',
  take: '启用',
  leave: '取消',
} as const satisfies Words;
