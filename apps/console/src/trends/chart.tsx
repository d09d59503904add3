import { useEffect, useRef, type ReactNode } from 'react';
import type { Drawing } from './draw-chart.js';

type Props = {
  /** All that the chart shows, in one sentence; the table beside it has the same figures. */
  readonly label: string;
  readonly drawing: Drawing;
  /** In pixels. */
  readonly height: number;
};

/** A chart. What draws it is loaded with the first one that is shown. */
export function Chart({ label, drawing, height }: Props): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  const drawn = JSON.stringify(drawing);
  useEffect(() => {
    let takeAway: () => void = () => undefined;
    let isGone = false;
    void import('./draw-chart.js').then(({ drawChart }) => {
      if (!isGone && box.current !== null) takeAway = drawChart(box.current, JSON.parse(drawn) as Drawing);
    });
    return () => {
      isGone = true;
      takeAway();
    };
  }, [drawn]);
  return <div ref={box} className="chart" role="img" aria-label={label} style={{ height }} />;
}
