/** The folder of the database server that the tests of this run share. @throws Error outside Jest */
export function clusterFolder(): string {
  const folder = process.env.GONGKAI_TEST_CLUSTER;
  if (folder === undefined) throw new Error('The tests run under Jest, which prepares the folder of their database server.');
  return folder;
}

/** What programs that a test starts inherit. */
export const inheritedEnvironment = (): Readonly<Record<string, string | undefined>> => process.env;
