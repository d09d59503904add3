import type { NewsName } from '@gongkai/contracts';

/** What is told of an entry of a journal, once. @param entryId a UUID */
export const newsKey = (news: NewsName, caseId: string, entryId: string): string => `${news} ${caseId} ${entryId}`;

/** The entry that news tells of by such a key; undefined of other news, and of what was told under the version of its case. */
export const entryOfKey = (key: string): string | undefined => /^\S+ \S{36} (\S{36})$/.exec(key)?.[1];
