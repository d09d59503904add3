import {
  Catalogue,
  CatalogueTables,
  CatalogueYears,
  FormedInformations,
  Kinds,
  EntryProposals,
  NewEntries,
  PublicationDrafts,
  PublishedInformation,
  readNumbered,
} from '@gongkai/publication';
import {
  AnnualReports,
  paperOf,
  PublishedReports,
  ReportComparisons,
  ReportEntries,
  ReportPublications,
  type Shelf,
} from '@gongkai/reporting';
import { Assessments, EvidenceFiles, Rectifications, Trainings } from '@gongkai/supervision';
import type { Press } from '@gongkai/correspondence';
import { personalWordsOf, type StoredFiles } from '@gongkai/casework';
import { Readable } from 'node:stream';
import type { Settings } from '@gongkai/platform';

export type PublishingServices = {
  readonly published: PublishedInformation;
  readonly catalogue: Catalogue;
  readonly catalogueTables: CatalogueTables;
  readonly publications: PublicationDrafts;
  readonly newEntries: NewEntries;
  readonly entryProposals: EntryProposals;
  readonly catalogueYears: CatalogueYears;
  readonly formed: FormedInformations;
  readonly annualReports: AnnualReports;
  readonly reportEntries: ReportEntries;
  readonly publishedReports: PublishedReports;
  readonly reportComparisons: ReportComparisons;
  readonly reportPublications: ReportPublications;
  readonly trainings: Trainings;
  readonly assessments: Assessments;
  readonly rectifications: Rectifications;
  readonly evidence: EvidenceFiles;
};

type EntryParts = ConstructorParameters<typeof ReportEntries>[0];
type PublishingParts = ConstructorParameters<typeof PublishedInformation>[0] &
  ConstructorParameters<typeof Catalogue>[0] &
  ConstructorParameters<typeof PublicationDrafts>[0] & {
    readonly press: Press;
    readonly files: Pick<StoredFiles, 'add' | 'find'>;
  };

/** What organs publish of their own accord, and their annual reports. */
export function publicationOf(
  given: Omit<PublishingParts, 'kinds' | 'publicUrl'>,
  { configDir, publicUrl }: Settings,
): PublishingServices {
  const trainings = new Trainings(given);
  // What the register of trainings counts can be quoted in the text.
  const quotes: EntryParts['quotes'] = (organIds, period) => trainings.figuresOf(organIds, period);
  const parts = { ...given, kinds: new Kinds(configDir), publicUrl, configDir, quotes };
  const [catalogue, catalogueYears] = [new Catalogue(parts), new CatalogueYears(parts)];
  // What the catalogue counts is offered to table A.
  const offers: EntryParts['offers'] = async (person, { below, ...asked }) =>
    (await catalogueYears.of(person, asked, below ? 'below' : 'own')).cells;
  const newEntries = new NewEntries({ ...parts, catalogue });
  const annualReports = new AnnualReports(parts);
  const shelf = shelfOf({ ...parts, newEntries });
  return {
    published: new PublishedInformation(parts),
    catalogue,
    newEntries,
    entryProposals: new EntryProposals(parts),
    catalogueYears,
    formed: new FormedInformations(parts),
    catalogueTables: new CatalogueTables({ ...parts, personal: (organId) => personalWordsOf(parts, organId) }),
    publications: new PublicationDrafts(parts),
    annualReports,
    reportPublications: new ReportPublications({ ...parts, reports: annualReports, shelf }),
    reportEntries: new ReportEntries({ ...parts, offers }),
    publishedReports: new PublishedReports(parts),
    reportComparisons: new ReportComparisons(parts),
    trainings,
    ...assessmentOf(parts),
  };
}

type AssessmentParts = ConstructorParameters<typeof Assessments>[0] &
  Pick<ConstructorParameters<typeof EvidenceFiles>[0], 'store'>;

/** What organs are judged by, and what they have to put right. */
function assessmentOf(parts: AssessmentParts): Pick<PublishingServices, 'assessments' | 'rectifications' | 'evidence'> {
  const assessments = new Assessments(parts);
  const rectifications = new Rectifications({ ...parts, assessments });
  return { assessments, rectifications, evidence: new EvidenceFiles({ ...parts, assessments, rectifications }) };
}

type ShelfParts = Pick<PublishingParts, 'pool' | 'press' | 'files'> & { readonly newEntries: NewEntries };

/** The kind of the catalogue under which they stand. */
const REPORTS = 'annual_reports';

/** Annual reports are published in the catalogue, as they are printed. */
const shelfOf = ({ pool, press, files, newEntries }: ShelfParts): Shelf => ({
  find: (organId, indexNumbers) => readNumbered(pool, organId, indexNumbers),
  put: async (actor, entry, pdf) => {
    const claim = { name: `${entry.title}.pdf`, mime: 'application/pdf' };
    const { id: fileId } = await files.add({ content: Readable.from([pdf]), claim, actor });
    return newEntries.put(actor, { ...entry, summary: '', kind: REPORTS, url: null, fileId });
  },
  print: async (report) => (await press.print(paperOf(report, 'zh-CN')))[0],
});
