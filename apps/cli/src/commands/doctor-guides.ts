import { wantingGuides } from '@gongkai/casework';
import { lacksRemediesAlone, paperTexts, REMEDY_PAPERS, type GuideNeed } from '@gongkai/contracts';
import { SystemClock, type Settings } from '@gongkai/platform';
import type { DataSource } from 'typeorm';

/**
 * Organs of which letters cannot be drawn, one line each: better said before somebody has a period running and no paper.
 * @returns for each organ what its guide does not say, which letters wait for it, and who fills it in
 */
export async function guideStanding(source: DataSource, { today }: Pick<Settings, 'today'>): Promise<readonly string[]> {
  const wanting = await wantingGuides(source, new SystemClock(today).today());
  return wanting.map(
    ({ organ, lacks }) =>
      `The guide of ${organ} does not say ${lacks.join(', ')}: ${undrawn(lacks)}. An administrator fills it in under Organs (机构人员), in the guide of the organ (公开指南).`,
  );
}

const undrawn = (lacks: readonly GuideNeed[]): string =>
  lacksRemediesAlone(lacks)
    ? `its letters that tell of remedies (${REMEDY_LETTERS}; answers on correcting a record) cannot be drawn, all others can`
    : 'its letters cannot be drawn';

const REMEDY_LETTERS = REMEDY_PAPERS.map((kind) => `${paperTexts[kind].en} ${paperTexts[kind]['zh-CN']}`).join(', ');
