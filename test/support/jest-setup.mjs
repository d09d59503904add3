import { makeFolder } from './cluster-folder.mjs';
import { gatherLibraries } from './gathered-libraries.mjs';

/** Before all tests. The workers inherit the environment. */
export default async function setUp() {
  await gatherLibraries();
  process.env.GONGKAI_TEST_CLUSTER = await makeFolder();
}
