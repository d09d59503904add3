import {
  Catalogue,
  CatalogueTables,
  CatalogueYears,
  Kinds,
  NewEntries,
  PublicationDrafts,
  PublishedInformation,
} from '@gongkai/publication';
import { AnnualReports, PublishedReports, ReportComparisons, ReportEntries } from '@gongkai/reporting';
import type { Settings } from '@gongkai/platform';

export type PublishingServices = {
  readonly published: PublishedInformation;
  readonly catalogue: Catalogue;
  readonly catalogueTables: CatalogueTables;
  readonly publications: PublicationDrafts;
  readonly newEntries: NewEntries;
  readonly catalogueYears: CatalogueYears;
  readonly annualReports: AnnualReports;
  readonly reportEntries: ReportEntries;
  readonly publishedReports: PublishedReports;
  readonly reportComparisons: ReportComparisons;
};

type EntryParts = ConstructorParameters<typeof ReportEntries>[0];
type PublishingParts = ConstructorParameters<typeof PublishedInformation>[0] &
  ConstructorParameters<typeof Catalogue>[0] &
  ConstructorParameters<typeof PublicationDrafts>[0];

/** What organs publish of their own accord, and their annual reports. */
export function publicationOf(
  given: Omit<PublishingParts, 'kinds' | 'publicUrl'>,
  { configDir, publicUrl }: Settings,
): PublishingServices {
  const parts = { ...given, kinds: new Kinds(configDir), publicUrl, configDir };
  const [catalogue, catalogueYears] = [new Catalogue(parts), new CatalogueYears(parts)];
  // What the catalogue counts is offered to table A.
  const offers: EntryParts['offers'] = async (person, { below, ...asked }) =>
    (await catalogueYears.of(person, asked, below ? 'below' : 'own')).cells;
  return {
    published: new PublishedInformation(parts),
    catalogue,
    newEntries: new NewEntries({ ...parts, catalogue }),
    catalogueYears,
    catalogueTables: new CatalogueTables(parts),
    publications: new PublicationDrafts(parts),
    annualReports: new AnnualReports(parts),
    reportEntries: new ReportEntries({ ...parts, offers }),
    publishedReports: new PublishedReports(parts),
    reportComparisons: new ReportComparisons(parts),
  };
}
