import type { DrawnState, Way } from './model.js';
import { arrow, dot, LINE, rect, text, widthOf } from './svg.js';

/** A block of the drawing that knows its size and draws itself where it is put. */
export type Block = {
  readonly width: number;
  readonly height: number;
  readonly draw: (x: number, y: number) => string[];
};

const PAD = 10;
const GAP = 26;
const LANE = 12;
const NARROW = 300;
const HEAD = 20;
/** From the side of a box to the label of a way. */
const SHOULDER = 8;

/** How a way is written: one that leads out of the column, or into the midst of a state, names where to. */
const written = ({ label, to }: Way, here: ReadonlySet<string>): string =>
  here.has(to) ? label : `${label} → ${to.slice(to.lastIndexOf('.') + 1)}`;

type Placed = { readonly state: DrawnState; readonly y: number; readonly height: number; readonly body: Block | null };
type Column = {
  readonly placed: readonly Placed[];
  /** One vertical lane for each state that ways lead to. */
  readonly lanes: readonly string[];
  readonly boxWidth: number;
  readonly labelWidth: number;
  readonly here: ReadonlySet<string>;
};

/**
 * States one below the other. Each way has a line of its own to the right of its state; lines to the same state meet in
 * one lane, which ends there in an arrow.
 */
export function column(states: readonly DrawnState[], bodyOf: (state: DrawnState) => Block | null): Block {
  const plan = planOf(states, bodyOf);
  const last = plan.placed.at(-1);
  return {
    width: plan.boxWidth + SHOULDER + plan.labelWidth + (plan.lanes.length + 1) * LANE,
    height: (last?.y ?? 0) + (last?.height ?? 0),
    draw: (x, y) => [
      ...plan.placed.flatMap((placed) => drawState(placed, plan.boxWidth, x, y)),
      ...plan.placed.flatMap((placed) => drawWays(placed, plan, x, y)),
    ],
  };
}

function planOf(states: readonly DrawnState[], bodyOf: (state: DrawnState) => Block | null): Column {
  const here = new Set(states.map(({ path }) => path));
  const placed: Placed[] = [];
  let y = 0;
  for (const state of states) {
    const body = bodyOf(state);
    const height =
      HEAD + Math.max(state.stays.length * LINE + (body ? body.height + PAD : 0), (state.ways.length - 1) * LINE) + PAD;
    placed.push({ state, y, height, body });
    y += height + GAP;
  }
  const ways = states.flatMap((state) => state.ways);
  return {
    placed,
    lanes: states.map(({ path }) => path).filter((path) => ways.some(({ to }) => leadsTo(to, path))),
    boxWidth: Math.max(...placed.map(boxWidthOf)),
    labelWidth: Math.max(0, ...ways.map((way) => widthOf(written(way, here)))),
    here,
  };
}

/** Whether a way to that state ends at this box: at the state itself, or inside it. */
const leadsTo = (to: string, path: string): boolean => to === path || to.startsWith(`${path}.`);

function boxWidthOf({ state, body }: Placed): number {
  const lines = [state.name, ...state.stays].map((line) => widthOf(line) + 2 * PAD);
  return Math.max(110, ...lines, (body?.width ?? 0) + 2 * PAD);
}

function drawState({ state, y: top, height, body }: Placed, width: number, x: number, y: number): string[] {
  // All boxes end at the same side, where the ways begin; those without a body need no more than their words.
  const own = body ? width : Math.min(width, NARROW);
  const [left, head] = [x + width - own, y + top];
  return [
    rect([left, head], [own, height], body ? 'open' : 'state'),
    ...(state.isInitial
      ? [
          dot([left - 10, head + 10]),
          arrow([
            [left - 10, head + 10],
            [left, head + 10],
          ]),
        ]
      : []),
    text([left + PAD, head + 14], state.name, 'name'),
    ...state.stays.map((stay, i) => text([left + PAD, head + HEAD + 11 + i * LINE], stay, 'stay')),
    ...(body ? body.draw(left + PAD, head + HEAD + state.stays.length * LINE + PAD / 2) : []),
  ];
}

function drawWays({ state, y: top }: Placed, plan: Column, x: number, y: number): string[] {
  const side = x + plan.boxWidth;
  return state.ways.flatMap((way, i) => {
    const at = y + top + 12 + i * LINE;
    const label = text([side + SHOULDER, at - 4], written(way, plan.here));
    const lane = plan.lanes.findIndex((path) => leadsTo(way.to, path));
    const target = plan.placed.find((placed) => leadsTo(way.to, placed.state.path));
    if (lane === -1 || !target)
      return [
        label,
        arrow([
          [side, at],
          [side + SHOULDER + plan.labelWidth, at],
        ]),
      ];
    const turn = side + SHOULDER + plan.labelWidth + (lane + 1) * LANE;
    const entry = y + target.y + target.height - 5;
    return [
      label,
      arrow([
        [side, at],
        [turn, at],
        [turn, entry],
        [side, entry],
      ]),
    ];
  });
}

/** Blocks beside each other, or in two rows where there are many. */
export function beside(blocks: readonly Block[], gap: number): Block {
  return {
    width: blocks.reduce((sum, { width }) => sum + width, 0) + gap * Math.max(0, blocks.length - 1),
    height: Math.max(0, ...blocks.map(({ height }) => height)),
    draw: (x, y) => {
      let at = x;
      return blocks.flatMap((block) => {
        const drawn = block.draw(at, y);
        at += block.width + gap;
        return drawn;
      });
    },
  };
}

export function below(blocks: readonly Block[], gap: number): Block {
  return {
    width: Math.max(0, ...blocks.map(({ width }) => width)),
    height: blocks.reduce((sum, { height }) => sum + height, 0) + gap * Math.max(0, blocks.length - 1),
    draw: (x, y) => {
      let at = y;
      return blocks.flatMap((block) => {
        const drawn = block.draw(x, at);
        at += block.height + gap;
        return drawn;
      });
    },
  };
}

/** A region in its frame, with its name. */
export function framed(name: string, content: Block): Block {
  const [width, height] = [content.width + 2 * PAD + 14, content.height + HEAD + 2 * PAD];
  return {
    width,
    height,
    draw: (x, y) => [
      rect([x, y], [width, height], 'region'),
      text([x + PAD, y + 15], name, 'name'),
      ...content.draw(x + PAD + 14, y + HEAD + PAD),
    ],
  };
}
