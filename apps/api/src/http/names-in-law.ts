import type { OptionNames } from '@gongkai/contracts';
import type { Grounds } from '@gongkai/statutes';

/** What decisions and grounds are called, by the fields that take one. */
export function namesInLaw({ decisions, grounds }: Grounds): OptionNames {
  const [code, ground] = [namesOf(decisions), namesOf(grounds)];
  return { code, outcome: code, ground };
}

type Named = Readonly<Record<string, { readonly name: { readonly zh: string; readonly en: string } }>>;

const namesOf = (named: Named): OptionNames[string] =>
  Object.fromEntries(Object.entries(named).map(([id, { name }]) => [id, { 'zh-CN': name.zh, en: name.en }]));
