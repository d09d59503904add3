import type { Words } from '../same-keys.js';

/** 历次申请与类似申请 */
export const earlier = {
  title: '历次与类似申请',
  own: '此人的历次申请',
  'own.none': '此人没有申请过。',
  'own.count_other': '本件之外共{{count}}件，在办{{open}}件；本年{{year}}件，本月{{month}}件{{items}}项',
  'own.beyond': '本月已过不收费的{{free}}项（办法第四条）。数量、频次是否明显超过合理范围，由人认定（条例第三十五条）',
  others: '他人申请过类似信息',
  'others.none': '没有找到类似的申请。',
  public: '可能已经公开',
  'public.where': '该信息已由{{organ}}于{{day}}主动公开：《{{title}}》（索引号{{indexNumber}}），获取方式和途径：{{address}}',
  likeness: '相似{{percent}}%',
  open: '在办',
  'act.merge': '并入此件',
  'act.repeated': '按重复申请答复',
  'act.public': '按已公开答复',
  'act.suggest': '建议主动公开',
  'act.excess': '认定明显超过合理范围…',
  'why.excess': '由人认定：数字已代填，写明理由，要求申请人说明理由（条例第三十五条）',
  'excess.threshold': '按月计，每月{{free}}项以内不收费（办法第四条）；条例未定数量',
  'why.repeated': '同一人、同一信息、已经答复（条例第三十六条第六项）',
  'why.suggest': '多人申请同一信息，可建议主动公开（条例第四十四条）',
} as const satisfies Words;
