import type { GroundsView, Language } from '@gongkai/contracts';
import type { Grounds } from '@gongkai/statutes';

/** Decisions and grounds in one language. */
export function groundsView({ version, decisions, grounds }: Grounds, language: Language): GroundsView {
  const word = ({ zh, en }: { zh: string; en: string }): string => (language === 'zh-CN' ? zh : en);
  return {
    version,
    decisions: mapped(decisions, ({ name, article, reply, contains, requires }) => ({
      name: word(name),
      article,
      reply,
      contains: word(contains),
      requires,
    })),
    grounds: mapped(grounds, ({ name, article, force, requires }) => ({ name: word(name), article, force, requires })),
  };
}

const mapped = <K extends string, V, W>(record: Readonly<Record<K, V>>, change: (value: V) => W): Record<K, W> =>
  Object.fromEntries(Object.entries<V>(record).map(([key, value]) => [key, change(value)])) as Record<K, W>;
