import type { PaperKind } from '@gongkai/contracts';
import { readConfig } from '@gongkai/platform';
import { fileOf, parseReply, parseSource, parseWords, type ReplySource, type Source, type Words } from './source.js';

/** The sources of all papers, as the configuration has them; one that is changed while nothing is drawn from it is read again. */
export class Sources {
  constructor(private readonly configDir: string) {}

  /** @throws ConfigError when the file is missing or wrong */
  of(kind: PaperKind): Source | ReplySource {
    return kind === 'reply'
      ? readConfig(this.configDir, fileOf(kind), parseReply)
      : readConfig(this.configDir, fileOf(kind), parseSource);
  }

  /** @throws ConfigError when the file is missing or wrong */
  words(): Words {
    return readConfig(this.configDir, 'notices/words.yaml', parseWords);
  }
}
