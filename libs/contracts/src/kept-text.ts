import { z } from 'zod';

/** What can be stored as text and hashed: no NUL, no half of a surrogate pair. */
export const isKeepable = (text: string): boolean => !text.includes('\0') && !/\p{Surrogate}/u.test(text);

/** Text of one sign or more, without blanks at its ends. @param max signs at most */
export const keptText = (max: number) => z.string().trim().min(1).max(max).refine(isKeepable);
