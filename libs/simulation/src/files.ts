import type { ConfigKind } from '@gongkai/platform';
import { parseDemo } from './demonstration.js';
import { parseMix } from './mix.js';
import { parseWords } from './words.js';

/** The files of `config/simulations`, for the check of the whole configuration. */
export const simulationFiles: readonly ConfigKind[] = [
  { files: /^simulations\/demo\.yaml$/, parse: parseDemo },
  { files: /^simulations\/words\.yaml$/, parse: parseWords },
  { files: /^simulations\/[a-z-]+-\d{4}\.yaml$/, parse: parseMix },
];
