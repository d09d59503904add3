export const home = {
  'home.says': '您可以向行政机关申请它制作或者保存的信息。不用说明用途。',
  'home.apply.says': '不用注册。分五步，填一步存一步。节假日也可以交。',
  'home.follow': '查询我的申请',
  'home.follow.says': '用回执上的编号和查询码，看办到哪一步、最迟哪天答复。',
} as const;
