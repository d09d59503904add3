import type { FieldProblem, Text, WordingLack } from '@gongkai/contracts';

/** What a wording lacks, in both languages. */
export type Lack = Omit<WordingLack, 'message'> & { readonly message: Text };

/** Every text in a source. */
export function stringsOf(data: unknown): readonly string[] {
  if (typeof data === 'string') return [data];
  return typeof data === 'object' && data !== null ? Object.values(data).flatMap(stringsOf) : [];
}

const MESSAGES: Readonly<Record<WordingLack['code'], Text>> = {
  wrong: { 'zh-CN': '写法有误，请对照原来的文书核对这一行', en: 'Not written as it has to be: {message}' },
  'unknown-name': {
    'zh-CN': '没有名为“{name}”的内容，请核对花括号里的名称',
    en: 'Nothing is called “{name}”; check the name in the braces',
  },
  'stray-brace': {
    'zh-CN': '“{where}”中的花括号“{brace}”会原样印出：名称两边各写一个半角花括号，如 {applicant.name}',
    en: 'The brace “{brace}” in “{where}” would be printed as it stands: write a narrow one on either side of a name',
  },
  'remedies-missing': {
    'zh-CN': '没有救济途径（remedies）：这种文书必须告知',
    en: 'The remedies are missing (remedies): this paper has to tell them',
  },
  'remedy-typed': {
    'zh-CN': '“{where}”自行写了救济途径：救济的期限、机关和法院由系统按决定写明（remedies），请删去这一句',
    en: '“{where}” types a remedy: periods, organs and courts are told by what is decided (remedies); take the sentence out',
  },
  'decision-turned': {
    'zh-CN': '“{zh}”的写法与这一决定不符：{told}',
    en: 'What is told of “{en}” is not that decision: {toldEn}',
  },
  'article-typed': {
    'zh-CN': '“{zh}”中自行写了{article}：依据的条款由系统按决定写明（{item.article}），请删去或者改回',
    en: 'What is told of “{en}” types {article}: the provision follows from what is decided ({item.article}); take it out',
  },
  'article-other': {
    'zh-CN': '写有{article}，原来的文书没有引用这一条：请确认它确是这种文书的依据',
    en: '{article} is cited, which the shipped wording does not cite: make sure that this paper rests on it',
  },
  'article-left-out': {
    'zh-CN': '原来引用的{article}没有了：这种文书须写明依据，请确认不需要',
    en: '{article} is no longer cited: this paper has to say what it rests on; make sure it is not needed',
  },
  'fact-typed': {
    'zh-CN': '措辞中写死了只在个别办件中成立的内容，请改用花括号里的名称。以示例办件为例：{zh}',
    en: 'Something is typed that holds in one case alone; use a name in braces. In the made-up case: {en}',
  },
  'seal-missing': {
    'zh-CN': '没有落款（sealed: true）：这种文书须由本机关署名、写明日期并盖章',
    en: 'It bears no organ, day and seal (sealed: true): this paper has to',
  },
  'decisions-missing': {
    'zh-CN': '没有答复内容（decisions: by_code），或者加了条件：答复书必须写明对每一事项的决定、依据和理由',
    en: 'The decisions are missing (decisions: by_code), or stand under a condition: a reply has to tell what is decided on each item',
  },
  'owed-missing': {
    'zh-CN': '没有“{zh}”：这种文书必须告知，请写上花括号里的“{name}”',
    en: '{en} is missing ({name}): this paper has to tell it',
  },
  'glyph-missing': {
    'zh-CN': '字库中没有“{letter}”（{code}），见“{where}”',
    en: 'No font has “{letter}” ({code}), in “{where}”',
  },
  lacking: {
    'zh-CN': '示例办件中没有“{zh}”：没有时文书制作不出来，请加 when',
    en: 'The sample case lacks {en}: where it lacks, the paper cannot be made; add a “when”',
  },
  'left-out': {
    'zh-CN': '原来的“{zh}”没有了，请确认不需要',
    en: 'No longer told: {en} ({name}); make sure it is not needed',
  },
};

/** A lack that keeps a wording from being used, with its facts put into its words. */
export function graveLack(code: WordingLack['code'], facts: NonNullable<FieldProblem['facts']>): Lack {
  const told = (text: string): string => text.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''));
  const { 'zh-CN': zh, en } = MESSAGES[code];
  return { code, line: null, isGrave: true, message: { 'zh-CN': told(zh), en: told(en) } };
}
