import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isLocalDate, type LocalDate } from '@gongkai/calendar';
import { codeOf } from './system-error.js';

const FOLDER = 'audit-signed';
const LINE = /^(\S+) ([0-9a-f]{64})$/;

/** The newest root that was signed for an organ: its day, and the hash of what was signed. */
export type SignedDay = { readonly day: LocalDate; readonly hash: string };

/**
 * What was signed last, a file for each organ in the data folder. Who has the database alone cannot throw its roots away and have
 * them signed anew: they are missed.
 */
export class SignedDays {
  readonly #folder: string;

  constructor(dataDir: string) {
    this.#folder = path.join(dataDir, FOLDER);
  }

  /** The file of an organ. @param organId its id */
  fileOf(organId: string): string {
    return path.join(this.#folder, organId);
  }

  /** @returns null where nothing was signed for the organ here. @throws Error where the file says something else than a day and a hash */
  last(organId: string): SignedDay | null {
    const file = this.fileOf(organId);
    const text = textIn(file);
    if (text === null) return null;
    const [, day, hash] = LINE.exec(text) ?? [];
    if (isLocalDate(day) && hash !== undefined) return { day, hash };
    throw new Error(`${file} cannot be read: it has to hold a day and the hash of its root.`);
  }

  /** Of every organ. @throws Error as `last` */
  all(): readonly (SignedDay & { readonly organId: string })[] {
    return namesIn(this.#folder).flatMap((organId) => {
      const last = this.last(organId);
      return last === null ? [] : [{ organId, ...last }];
    });
  }

  /** Written aside and then renamed: the file is the old one or the new one. */
  keep(organId: string, { day, hash }: SignedDay): void {
    mkdirSync(this.#folder, { recursive: true });
    const draft = this.fileOf(`.${organId}.${randomBytes(6).toString('hex')}`);
    writeFileSync(draft, `${day} ${hash}\n`, { mode: 0o600, flag: 'wx', flush: true });
    renameSync(draft, this.fileOf(organId));
  }
}

const textIn = (file: string): string | null => unlessGone(() => readFileSync(file, 'utf8').trim(), null);
const namesIn = (folder: string): readonly string[] =>
  unlessGone(() => readdirSync(folder), []).filter((name) => !name.startsWith('.'));

function unlessGone<T, E>(look: () => T, otherwise: E): T | E {
  try {
    return look();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return otherwise;
    throw error;
  }
}
