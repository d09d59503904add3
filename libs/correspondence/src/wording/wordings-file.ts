import type { LocalDate } from '@gongkai/calendar';
import { PaperKind } from '@gongkai/contracts';
import { parseConfig } from '@gongkai/statutes';
import { stringify } from 'yaml';
import { z } from 'zod';

/** Wordings by the kind of paper. */
export type WordingsOf = Readonly<Partial<Record<PaperKind, string>>>;

const WordingsFile = z.strictObject({
  wordings: z
    .partialRecord(PaperKind, z.string().min(1).max(40_000))
    .refine((wordings) => Object.keys(wordings).length > 0, { message: 'must name a paper' }),
});

/** Wordings of an organ as one file: each stands in it as it is typed, for people to read and compare. */
export const wordingsFile = (organ: string, on: LocalDate, wordings: WordingsOf): string =>
  `# 文书用语 · wordings: ${organ}, ${on}\n${stringify({ wordings }, { lineWidth: 0, blockQuote: 'literal' })}`;

/** What stands in such a file. @throws ConfigError naming each line that is wrong */
export const readWordingsFile = (text: string): WordingsOf => parseConfig(text, 'wordings.yaml', WordingsFile).wordings;
