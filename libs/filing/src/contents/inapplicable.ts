import { optionTexts, type CaseView } from '@gongkai/contracts';

/** What was said not to apply of what the archive asks for, as a folder tells it. */
export type Inapplicable = {
  readonly on: string;
  /** In both languages. */
  readonly name: string;
  readonly reason: string;
  readonly by: string;
};

/** Why papers are not in the folder that the archive asks for (REG 45). */
export const inapplicableOf = ({ inapplicable, people }: Pick<CaseView, 'inapplicable' | 'people'>): readonly Inapplicable[] =>
  inapplicable.map(({ line, reason, by, on }) => {
    const { 'zh-CN': zh, en } = optionTexts.line[line];
    return { on, name: `${zh} · ${en}`, reason, by: people[by] ?? '—' };
  });
