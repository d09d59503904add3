import { makeFolder } from './cluster-folder.mjs';

/** Before all tests. The workers inherit the environment. */
export default async function setUp() {
  process.env.GONGKAI_TEST_CLUSTER = await makeFolder();
}
