import type { ApplicationStanding } from '@gongkai/contracts';
import { useRef, useState } from 'react';
import { ask, type No } from '../api.js';
import type { Key } from '../i18n/words.js';
import { newKey } from '../parts/new-key.js';
import { standingPath } from './standing-asked.js';

/** An application that its applicant looks at, and acts in. */
export type Following = {
  readonly standing: ApplicationStanding;
  readonly code: string;
  /** It stands differently now, and what is told of that. */
  readonly onChange: (standing: ApplicationStanding, done?: Key) => void;
};

/** Where an application is asked about. @param rest below it */
export const pathOf = (number: string, rest: string): string => `/applications/${encodeURIComponent(number)}/${rest}`;

/** One thing that an applicant does, and why it was not done. The same again has the same key, and is done once. */
export function useAct({ standing: { number }, code, onChange }: Following, what: string, done: Key) {
  const [no, setNo] = useState<No | undefined>(undefined);
  const [isUnderWay, setUnderWay] = useState(false);
  const sent = useRef({ body: '', key: '' });
  /** @returns why not; undefined where it was done */
  const act = async (fields: object): Promise<No | undefined> => {
    if (isUnderWay) return null;
    setUnderWay(true);
    const body = { code, ...fields };
    const text = JSON.stringify(body);
    if (sent.current.body !== text) sent.current = { body: text, key: newKey() };
    const headers = { 'idempotency-key': sent.current.key };
    const { data, no: refused } = await ask<ApplicationStanding>(pathOf(number, what), { method: 'POST', body, headers });
    const changed = await changedOf(refused, standingPath(number, code));
    setUnderWay(false);
    setNo(changed === undefined ? refused : undefined);
    if (data !== undefined) onChange(data, done);
    if (changed !== undefined) onChange(changed, 'act.changed');
    return refused;
  };
  return { no, isUnderWay, act };
}

/** It was done in another window, or the office went on: how it stands now says more than a refusal. */
async function changedOf(refused: No | undefined, path: string): Promise<ApplicationStanding | undefined> {
  return refused?.code === 'act-not-open' ? (await ask<ApplicationStanding>(path)).data : undefined;
}
