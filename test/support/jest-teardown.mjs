import { removeFolder } from './cluster-folder.mjs';

/** After all tests, whatever became of them. */
export default async function tearDown() {
  await removeFolder(process.env.GONGKAI_TEST_CLUSTER);
}
