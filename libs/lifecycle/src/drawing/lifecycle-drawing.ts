import { caseMachine, MACHINE_VERSION } from '../case.machine.js';
import { below, beside, column, framed, type Block } from './column.js';
import { drawnStates, type DrawnState } from './model.js';
import { LINE, svg, text, widthOf } from './svg.js';

const MARGIN = 24;
const TOP = 56;
const TITLE = `Life of an application, chart version ${MACHINE_VERSION}`;
const HINT = 'FACT [guard] → where it leads; grey: recorded without leading anywhere';

/** The chart as a picture, drawn from the machine itself: the same machine gives the same text, to the letter. */
export function lifecycleDrawing(): string {
  const root = drawnStates(caseMachine.root);
  const chart = column(root.children, regionsOf);
  const anywhere = anywhereBlock(root.stays);
  const size = [Math.ceil(chart.width + 2 * MARGIN), Math.ceil(chart.height + TOP + MARGIN)] as const;
  return svg(size, TITLE, [
    text([MARGIN, 24], TITLE, 'title'),
    text([MARGIN, 42], HINT, 'stay'),
    ...chart.draw(MARGIN, TOP),
    ...anywhere.draw(MARGIN, TOP + chart.height - anywhere.height),
  ]);
}

/** The regions of a parallel state: the first takes the left side, the others two columns beside it. */
function regionsOf({ isParallel, children }: DrawnState): Block | null {
  if (!isParallel) return null;
  const [first, ...others] = children.map((region) =>
    framed(
      region.name,
      column(region.children, () => null),
    ),
  );
  if (!first) return null;
  const half = Math.ceil(others.length / 2);
  return beside([first, below(others.slice(0, half), 14), below(others.slice(half), 14)], 14);
}

function anywhereBlock(stays: readonly string[]): Block {
  const lines: Block = {
    width: Math.max(...stays.map(widthOf)),
    height: stays.length * LINE,
    draw: (x, y) => stays.map((stay, i) => text([x, y + 10 + i * LINE], stay, 'stay')),
  };
  return framed('in every state', lines);
}
