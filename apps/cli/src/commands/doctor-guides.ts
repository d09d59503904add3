import { wantingGuides } from '@gongkai/casework';
import { SystemClock, type Settings } from '@gongkai/platform';
import type { DataSource } from 'typeorm';

/**
 * Organs of which no letter can be drawn, one line each: better said before somebody has a period running and no paper.
 * @returns for each organ what its guide does not say, and who fills it in
 */
export async function guideStanding(source: DataSource, { today }: Pick<Settings, 'today'>): Promise<readonly string[]> {
  const wanting = await wantingGuides(source, new SystemClock(today).today());
  return wanting.map(
    ({ organ, lacks }) =>
      `The guide of ${organ} does not say ${lacks.join(', ')}: its letters cannot be drawn. An administrator fills it in under Organs (机构人员), in the guide of the organ (公开指南).`,
  );
}
