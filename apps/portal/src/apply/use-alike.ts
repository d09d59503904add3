import type { AlikeDisclosures } from '@gongkai/contracts';
import { useEffect, useState } from 'react';
import { ask } from '../api.js';

/** Milliseconds after which typing rests. */
const RESTED = 600;
/** Signs below which a text asks for nothing yet. */
const LEAST = 4;
const NONE: AlikeDisclosures['items'] = [];

/** What may be public already of what is being typed; asked once the typing rests, and nothing where nobody answers. */
export function useAlike(text: string): AlikeDisclosures['items'] {
  const [found, setFound] = useState(NONE);
  const asked = text.trim();
  const isEnough = asked.length >= LEAST;
  useEffect(() => {
    if (!isEnough) return undefined;
    let isCurrent = true;
    const look = async (): Promise<void> => {
      const aside = { method: 'POST', body: { texts: [asked] }, isAside: true } as const;
      const { data } = await ask<AlikeDisclosures>('/disclosures/alike', aside);
      if (isCurrent) setFound(data?.items ?? NONE);
    };
    const timer = window.setTimeout(() => void look(), RESTED);
    return () => {
      isCurrent = false;
      window.clearTimeout(timer);
    };
  }, [asked, isEnough]);
  return isEnough ? found : NONE;
}
