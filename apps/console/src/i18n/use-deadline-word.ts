import { deadlineTexts, type Text } from '@gongkai/contracts';
import { useText } from './use-words.js';

/** What a deadline is called in general; one without words of its own by its name. */
export function useDeadlineWord(): (name: string) => string {
  const text = useText();
  const texts: Readonly<Record<string, Text>> = deadlineTexts;
  return (name) => {
    const own = texts[name];
    return own === undefined ? name : text(own);
  };
}
