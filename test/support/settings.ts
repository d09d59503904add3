/** The folder of the database server that the tests of this run share. @throws Error outside Jest */
export function clusterFolder(): string {
  const folder = process.env.GONGKAI_TEST_CLUSTER;
  if (folder === undefined) throw new Error('The tests run under Jest, which prepares the folder of their database server.');
  return folder;
}

/** What programs that a test starts inherit: they read no scans, which takes a processor for seconds. */
export const inheritedEnvironment = (): Readonly<Record<string, string | undefined>> => ({ ...process.env, OCR: 'off' });

/** Programs that were found for the tests, by name; prepared by `npm test`. */
export const foundTools = (): Readonly<Record<string, string>> =>
  JSON.parse(process.env.GONGKAI_TOOLS ?? '{}') as Record<string, string>;

/** Whether a missing program is a failure, as it is before a change lands. */
export const isEverythingRequired = (): boolean => process.env.REQUIRE_ALL === '1';

/** Which of the processes that run tests beside each other this is. */
export const numberOfWorker = (): number => Number(process.env.JEST_WORKER_ID ?? '0');

/** Adds settings to those of the tests. @returns what takes them out again */
export function withSettings(settings: Readonly<Record<string, string>>): () => void {
  const before = { ...process.env };
  Object.assign(process.env, settings);
  return () => {
    for (const name of Object.keys(settings)) {
      if (before[name] === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = before[name];
    }
  };
}
