import { lawShelf, reckonAnew } from '@gongkai/casework';
import { EVERYTHING, withSight } from '@gongkai/platform';
import type { TestApi } from './api.js';

/** Has cases reckoned by the calendars that were changed last, as the worker does, for all organs. @returns whether all is done */
export const reckonIn = ({ services }: TestApi): Promise<boolean> =>
  withSight(EVERYTHING, () => reckonAnew({ ...services, laws: lawShelf('config', services.laws) }));
