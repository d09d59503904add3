/** Words that passwords are made of again and again, and what everybody knows of this program; in small letters. Documented in docs/security.md. */
const COMMON_WORDS = [
  ...['password', 'passw0rd', 'p@ssw0rd', 'p@ssword', 'pass', 'admin', 'administrator', 'root', 'user', 'test', 'guest', 'login'],
  ...['welcome', 'letmein', 'iloveyou', 'monkey', 'dragon', 'football', 'baseball', 'superman', 'sunshine', 'princess', 'master'],
  ...[
    'qwertyuiop',
    'qwerty',
    'asdfghjkl',
    'asdfgh',
    'asdf',
    'zxcvbnm',
    'zxcvbn',
    '1qaz2wsx3edc',
    '1qaz2wsx',
    'qazwsxedc',
    'qazwsx',
  ],
  ...['1q2w3e4r5t', '1q2w3e4r', 'q1w2e3r4', 'abcdefghij', 'abcdef', 'abcd', 'abc', 'aabbcc', 'a1b2c3'],
  ...['woaini', 'woaizhongguo', 'nihao', 'mima', 'zhongguo', 'beijing', 'shanghai', 'zhengfu', 'xinxi', 'bangong', 'yun'],
  ...['gongkai-demo', 'gongkai', 'xinxigongkai', '政府信息公开', '信息公开', '公开', '口令', '密码'],
];

/** Rows of keys, birthdays, years and mobile telephones: figures that somebody else can find out. */
const KNOWN_FIGURES =
  /1[3-9]\d{9}|(?:19|20)\d{6}|(?:19|20)\d\d|0?123456789?0?|9?87654321?0?|12345|54321|1234|4321|123|321|112233|5201314|1314|520|147258369|147258|258369/g;

/** Different signs that have to be left. */
const LEFT = 4;

/** What is known of whose password it is: the log-in, the name, the organ. */
export type KnownOfPerson = readonly string[];

const pieces = (known: string): string[] => [known, ...known.split(/[^\p{L}\p{N}]+/u)].filter((piece) => piece.length > 1);

/**
 * Whether a password is nothing but what anybody would try first: common words, known figures, what is known of the person, signs said again,
 * and fewer than four other signs. Any mixture of signs will do otherwise (ASVS 6.1.2, 6.2.5, 6.2.11).
 */
export function isGuessable(password: string, known: KnownOfPerson): boolean {
  const words = [...COMMON_WORDS, ...known.flatMap((one) => pieces(one.toLowerCase()))].sort((a, b) => b.length - a.length);
  let left = password.toLowerCase();
  for (const word of words) left = left.replaceAll(word, '');
  return new Set(left.replaceAll(KNOWN_FIGURES, '').replaceAll(/[\s\p{P}\p{S}]/gu, '')).size < LEFT;
}
