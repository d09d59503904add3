import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkingDays } from '@gongkai/calendar';
import { Refusal } from '@gongkai/contracts';
import { readCalendar, readStatute } from '@gongkai/platform';
import type { Statute } from '@gongkai/statutes';

const CONFIG = 'config';
const DEFAULT_STATUTE = 'cn-ogi-711';
const NAME = /^[a-z0-9-]+$/;

/** A statute pack and its region's calendar. @throws Refusal when there is no such pack */
export function loadStatute(id: string = DEFAULT_STATUTE): { law: Statute; calendar: WorkingDays } {
  if (!NAME.test(id) || !existsSync(join(CONFIG, 'statutes', `${id}.yaml`))) throw unknown('statute', 'unknown-statute', id);
  const law = readStatute(CONFIG, id);
  return { law, calendar: readCalendar(CONFIG, regionOf(law)) };
}

/** The region is the same on every day the rule was in force. */
const regionOf = (law: Statute): string => law.rules['calendar.region'].values.at(-1)?.value ?? 'cn';

/** The calendar of a region. @throws Refusal when there is none */
export function loadCalendar(region: string): WorkingDays {
  if (!NAME.test(region) || !existsSync(join(CONFIG, 'calendars', region))) throw unknown('calendar', 'unknown-calendar', region);
  return readCalendar(CONFIG, region);
}

const unknown = (path: string, code: 'unknown-statute' | 'unknown-calendar', name: string): Refusal =>
  new Refusal('invalid-request', [{ path, code, facts: { name } }]);
