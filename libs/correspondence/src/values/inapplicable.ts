import { optionTexts } from '@gongkai/contracts';
import type { Values } from '../content/places.js';
import { dayText } from './days.js';
import type { Telling } from './telling.js';

/** What does not apply of what the archive asks for, and why: a catalogue that passed over it would seem to have lost it (REG 45). */
export const inapplicableOf = ({ matter: { reckoned, head } }: Pick<Telling, 'matter'>): readonly Values[] =>
  reckoned.now.file.inapplicable.map(({ line, reason, by, on }) => ({
    'inapplicable.line': optionTexts.line[line]['zh-CN'],
    'inapplicable.reason': reason,
    'inapplicable.by': head.people[by] ?? '',
    'inapplicable.on': dayText(on) ?? '',
  }));
