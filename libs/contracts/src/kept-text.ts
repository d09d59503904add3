import { z } from 'zod';

/** What can be stored as text and hashed: no NUL, no half of a surrogate pair. */
export const isKeepable = (text: string): boolean => !text.includes('\0') && !/\p{Surrogate}/u.test(text);

/** Signs that nobody sees: what turns the direction of writing (U+202E) makes a name read as another one. Lines and tabs stay. */
const UNSEEN = /(?![\0\t\n\r])\p{Cc}|[\u200B\u2060\uFEFF\p{Bidi_Control}]/gu;
const withoutUnseen = (text: string): string => text.replace(UNSEEN, '');

/** Text of one sign or more, without blanks at its ends and signs that nobody sees. @param max signs at most */
export const keptText = (max: number) => z.string().overwrite(withoutUnseen).trim().min(1).max(max).refine(isKeepable);
