import type { Original } from '@gongkai/contracts';
import type { CaseItem } from './case-file.js';
import type { DayCheck } from './day-check.js';
import { isReleased } from './third-parties.js';

/** The fields of a step, and of the fact it becomes. */
export type NamedOriginal = {
  readonly original?: string | undefined;
  readonly originalPages?: string | undefined;
  readonly originalPlace?: string | undefined;
};

/**
 * What is shown to the reviewer where no file of the case is: the original by its title, its pages and where it lies (REG 17). A review
 * of nothing would pass whatever is given out afterwards.
 */
export function naming(said: NamedOriginal, fileIds: readonly string[], days: DayCheck): NamedOriginal {
  const { original, originalPages, originalPlace } = said;
  const isNamed = [original, originalPages, originalPlace].some((field) => field !== undefined);
  days.knows(original !== undefined || (fileIds.length > 0 && !isNamed), 'original', 'original-missing');
  days.knows(!isNamed || originalPages !== undefined, 'originalPages', 'required');
  days.knows(!isNamed || originalPlace !== undefined, 'originalPlace', 'required');
  return isNamed ? { original, originalPages, originalPlace } : {};
}

/** As a fact says it; nothing where it names none. */
export const originalOf = ({
  original,
  originalPages = '',
  originalPlace = '',
}: NamedOriginal): { readonly original?: Original } =>
  original === undefined ? {} : { original: { name: original, pages: originalPages, place: originalPlace } };

/** As a review that was submitted named it: what is passed is that and nothing else. */
export const namedBy = ({ original }: { readonly original?: Original | undefined }): NamedOriginal =>
  original === undefined ? {} : { original: original.name, originalPages: original.pages, originalPlace: original.place };

/** A review that was passed before originals were named, of neither a file nor anything else that could be told again. */
export const isReviewedUnnamed = ({ decision, review, fileIds }: CaseItem): boolean =>
  decision !== null &&
  isReleased(decision) &&
  review?.status === 'passed' &&
  fileIds.length === 0 &&
  review.original === undefined;
