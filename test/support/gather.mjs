const { describe, test } = globalThis;

/**
 * Each test file in a `describe` of its name, so that what it does before and after all its tests is done for these alone. A file
 * that is imported has to be waited for, which a `describe` does not do: so the block is entered by hand.
 */
export async function gather(files) {
  const state = stateOfJest();
  const outside = state.currentDescribeBlock;
  for (const [name, load] of Object.entries(files)) {
    let inside = outside;
    describe(name, () => {
      inside = state.currentDescribeBlock;
    });
    state.currentDescribeBlock = inside;
    await load().catch(fail);
    state.currentDescribeBlock = outside;
  }
}

/** Where Jest notes which `describe` it is in. */
function stateOfJest() {
  const note = Object.getOwnPropertySymbols(globalThis).find(({ description }) => description === 'JEST_STATE_SYMBOL');
  if (note === undefined) throw new Error('Jest keeps its state elsewhere now: see jest-circus, state.ts.');
  return globalThis[note];
}

function fail(error) {
  test('is loaded', () => {
    throw error;
  });
}
