import path from 'node:path';
import { z } from 'zod';

/** Where packages of the other network are exchanged, and by which keys. */
export type ExchangeSettings = Readonly<{ folder: string; key: string }>;

/** The variables of the environment that tell of it. */
export const exchangeEnvironment = {
  EXCHANGE_DIR: z.string().optional(),
  EXCHANGE_KEY: z.string().optional(),
};

type Given = Readonly<Record<string, string>>;

/** What they ask of each other and of the rest. */
export const EXCHANGE_TOGETHERS = [
  {
    name: 'EXCHANGE_DIR',
    isWrong: ({ SERVES, EXCHANGE_DIR }: Given) => SERVES === 'relay' && EXCHANGE_DIR === undefined,
    words: 'is needed with SERVES=relay',
  },
  {
    name: 'EXCHANGE_KEY',
    isWrong: ({ EXCHANGE_DIR, EXCHANGE_KEY }: Given) => EXCHANGE_DIR !== undefined && EXCHANGE_KEY === undefined,
    words: 'is needed with EXCHANGE_DIR (gongkai exchange keys)',
  },
];

/** @returns undefined where nothing is exchanged */
export function exchangeOf(env: z.infer<z.ZodObject<typeof exchangeEnvironment>>): ExchangeSettings | undefined {
  const { EXCHANGE_DIR: folder, EXCHANGE_KEY: key } = env;
  return folder === undefined || key === undefined
    ? undefined
    : Object.freeze({ folder: path.resolve(folder), key: path.resolve(key) });
}
