import { useWords } from '../i18n/use-words.js';
import { isKey } from '../i18n/i18n.js';

/** What a list of recipients of the ladder is called; one that an installation has added has its own name. */
export function useWho(): (name: string) => string {
  const t = useWords('reminders');
  return (name) => {
    const key = `who.${name}`;
    return isKey('reminders', key) ? t(key) : name;
  };
}
