import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { PaperKind } from '@gongkai/contracts';
import { readConfig } from '@gongkai/platform';
import { fileOf, parseReply, parseSource, parseWords, type ReplySource, type Source, type Words } from './source.js';

/** The sources of all papers, as the configuration has them; one that is changed while nothing is drawn from it is read again. */
export class Sources {
  constructor(private readonly configDir: string) {}

  /** @throws ConfigError when the file is missing or wrong */
  of(kind: PaperKind): Source | ReplySource {
    return readConfig(this.configDir, fileOf(kind), parserOf(kind));
  }

  /** The file as it was written. */
  text(kind: PaperKind): string {
    return readFileSync(path.join(this.configDir, fileOf(kind)), 'utf8');
  }

  /** A source that stands elsewhere. @throws ConfigError where it is wrong */
  read(kind: PaperKind, text: string): Source | ReplySource {
    return parserOf(kind)(text, fileOf(kind));
  }

  /** @throws ConfigError when the file is missing or wrong */
  words(): Words {
    return readConfig(this.configDir, 'notices/words.yaml', parseWords);
  }
}

const parserOf = (kind: PaperKind): ((text: string, file: string) => Source | ReplySource) =>
  kind === 'reply' ? parseReply : parseSource;
