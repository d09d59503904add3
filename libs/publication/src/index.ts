/**
 * What organs publish of their own accord (主动公开, REG 19–26): the catalogue, how it is read by anybody, and what in it answers to what
 * somebody asks for. Making a publication out of an answer is a step of a case and none of its business.
 *
 * - `PublishedInformation`: for the public; `alike` finds what is public already.
 * - `Catalogue`: for those who keep it; `CatalogueTables`: tables that come into it.
 * - `Kinds`: the kinds of REG 20, from the configuration.
 */
import { demoFile } from './demonstration.js';
import { kindsFile } from './kinds.js';

export { Catalogue } from './catalogue.js';
export { CatalogueTables } from './table/catalogue-table.js';
export { publishDemonstration } from './demonstration.js';
export { Kinds } from './kinds.js';
export { PublishedInformation } from './published-information.js';

/** The files of `config/disclosures`, for the check of the whole configuration. */
export const disclosureFiles = [kindsFile, demoFile];
