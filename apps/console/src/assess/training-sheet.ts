import type { Language, Training } from '@gongkai/contracts';
import type { Say } from '../i18n/i18n.js';
import type { SheetTable } from '../list/xlsx.js';

const WIDTHS = [14, 44, 30, 50, 40, 8];

/** Who took part, in words: organs, and who else is told. */
export const partOf = ({ organs, sections }: Training, language: Language): string =>
  [organs.map(({ name }) => name[language]).join(language === 'en' ? ', ' : '、'), sections ?? '']
    .filter((text) => text !== '')
    .join(language === 'en' ? '; ' : '；');

/** Trainings as a spreadsheet, a line each; what was removed is left out. */
export function trainingSheet(items: readonly Training[], t: Say<'trainings'>, language: Language): SheetTable {
  return {
    name: t('title'),
    head: [t('heldOn'), t('topic'), t('column.organ'), t('organs'), t('sections'), t('people')],
    widths: WIDTHS,
    rows: items
      .filter(({ removed }) => !removed)
      .map(({ heldOn, topic, organ, organs, sections, people }) => [
        { day: heldOn },
        topic,
        organ.name[language],
        organs.map(({ name }) => name[language]).join('、'),
        sections ?? '',
        people,
      ]),
  };
}
