import { CalendarYear } from '@gongkai/calendar';
import { z } from 'zod';
import { parseConfig, type ConfigFinding } from './parse-config.js';

/**
 * Reads one year of a region's calendar (`config/calendars/<region>/<year>.yaml`). Folder and file name must say what the file says.
 * @param file the path used in messages; its last two parts are compared with `region` and `year`
 * @throws ConfigError with every problem of the file
 */
export function parseCalendarYear(text: string, file: string): CalendarYear {
  return parseConfig(text, file, CalendarYear, { check: (data) => placeFindings(data, file) });
}

const Said = z.object({ region: z.string().optional().catch(undefined), year: z.int().optional().catch(undefined) });

function placeFindings(data: unknown, file: string): ConfigFinding[] {
  const [, region = '', year = ''] = /([^/\\]+)[/\\]([^/\\]+)\.ya?ml$/.exec(file) ?? [];
  const said = Said.safeParse(data).data;
  return [...mismatch('region', said?.region, region), ...mismatch('year', said?.year?.toString(), year)];
}

function mismatch(field: string, said: string | undefined, place: string): ConfigFinding[] {
  if (said === undefined || said === place) return [];
  return [{ path: [field], message: `must be ${place}, as the place of the file says; correct the field or move the file` }];
}
