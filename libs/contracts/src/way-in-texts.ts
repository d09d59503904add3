import type { Text } from './text.js';

/** What keeps somebody from going on who has logged in. */
export const wayInTexts = {
  'second-factor-needed': {
    'zh-CN': '还要动态口令：身份验证器里的六位数字，或一个恢复码',
    en: 'The second step is missing: the six figures of your authenticator, or a recovery code',
  },
  'second-factor-required': {
    'zh-CN': '您的岗位要求两步登录，先设置身份验证器',
    en: 'Your post needs a second step at the log-in; set up an authenticator first',
  },
  'second-factor-absent': {
    'zh-CN': '没有可以确认或停用的两步登录',
    en: 'There is no second step that could be confirmed or removed',
  },
  'second-factor-present': {
    'zh-CN': '两步登录已经开启；要换身份验证器，先停用',
    en: 'The second step is on already; to change the authenticator, remove it first',
  },
  'password-change-required': {
    'zh-CN': '这是一次性口令，先改成自己的口令',
    en: 'This is a one-time password; choose one of your own first',
  },
} as const satisfies Readonly<Record<string, Text>>;

/** What is wrong with what somebody typed to get in, or about their own password. */
export const wayInFieldTexts = {
  'wrong-credentials': { 'zh-CN': '用户名或口令有误', en: 'Wrong user name or password' },
  'wrong-password': { 'zh-CN': '现在的口令有误', en: 'This is not the present password' },
  'wrong-second-factor': {
    'zh-CN': '动态口令不对、已用过或已过期；等下一个六位数字再试，并看手机的时间准不准',
    en: 'This code is wrong, was used or is over; wait for the next six figures, and see whether the clock of the phone is right',
  },
  'same-password': { 'zh-CN': '新口令与现在的相同，换一个', en: 'The new password is the present one; choose another' },
  'guessable-password': {
    'zh-CN': '这个口令太容易猜到：去掉常用词、年份、手机号和您的姓名、用户名后，至少还要有四个不同的字符',
    en: 'This password is easy to guess: beside common words, years, telephones and your own name or log-in it needs four other signs',
  },
} as const satisfies Readonly<Record<string, Text>>;
