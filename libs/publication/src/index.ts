/**
 * What organs publish of their own accord (主动公开, REG 19–26): the catalogue, how it is read by anybody, and what in it answers to what
 * somebody asks for.
 *
 * - `PublishedInformation`: for the public; `alike` finds what is public already.
 * - `Catalogue`: for those who keep it; `CatalogueTables`: tables that come into it, `NewEntries`: entries that are typed in;
 *   `EntryProposals`: those with files, which a second person looks at;
 *   `CatalogueYears`: what it lacks, and what it gives to the annual report, and that there is nothing of a kind.
 * - `FormedInformations`: what was formed and has to be public, known before it is; `owedFormed` says so to the reminders.
 * - `PublicationDrafts`: answers that are made public (REG 44); that a case is published is a step of the case.
 * - `readNumbered`: entries by their index numbers. `owedEntries`: what is due every year and missing.
 * - `Kinds`: the kinds of REG 20, from the configuration.
 */
import { demoFile } from './demonstration.js';
import { kindsFile } from './kinds.js';

export { Catalogue } from './catalogue.js';
export { CatalogueYears } from './catalogue-year.js';
export { CatalogueTables } from './table/catalogue-table.js';
export { FormedInformations } from './formed/formed-informations.js';
export { owedFormed } from './formed/owed-formed.js';
export { publishDemonstration } from './demonstration.js';
export { Kinds } from './kinds.js';
export { EntryProposals } from './proposed/entry-proposals.js';
export { NewEntries } from './new-entry.js';
export { askForNumbered, readNumbered } from './numbered.js';
export { owedEntries } from './owed-entries.js';
export { PublicationDrafts } from './draft/publication-drafts.js';
export { PublishedInformation } from './published-information.js';

/** The files of `config/disclosures`, for the check of the whole configuration. */
export const disclosureFiles = [kindsFile, demoFile];
