import { optionTexts } from '@gongkai/contracts';
import type { Values } from '../content/places.js';
import { dayText } from './days.js';
import type { Telling } from './telling.js';

/** Who appears at the hearings of a case, as a court is told: without their telephones. */
export const appearingOf = ({ matter: { reckoned, head } }: Pick<Telling, 'matter'>): readonly Values[] =>
  reckoned.now.file.remedies.flatMap(({ appearingId = '', before, number, hearing }) =>
    (head.appearing[appearingId] ?? []).map(({ as, name, attorneyOnFile }) => ({
      'appearing.before': [before, number].filter(Boolean).join(' '),
      'appearing.on': dayText(hearing?.on) ?? '',
      'appearing.role': optionTexts.as[as]['zh-CN'],
      'appearing.name': name,
      'appearing.attorney': attorneyOnFile === true ? '有' : '',
    })),
  );
