import {
  BarChart,
  LineChart,
  ScatterChart,
  type BarSeriesOption,
  type LineSeriesOption,
  type ScatterSeriesOption,
} from 'echarts/charts';
import { GridComponent, LegendComponent, type GridComponentOption, type LegendComponentOption } from 'echarts/components';
import { init, use as provide, type ComposeOption } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

provide([BarChart, LineChart, ScatterChart, GridComponent, LegendComponent, SVGRenderer]);

/** What is drawn: bars, lines and points on one grid. */
export type Drawing = ComposeOption<
  BarSeriesOption | LineSeriesOption | ScatterSeriesOption | GridComponentOption | LegendComponentOption
>;

/** Draws into an element, in its letters and as wide as it is. @returns takes the drawing away again */
export function drawChart(element: HTMLElement, drawing: Drawing): () => void {
  const { fontFamily } = getComputedStyle(element);
  const chart = init(element, undefined, { renderer: 'svg' });
  chart.setOption({ animation: false, textStyle: { fontFamily, fontSize: 12, color: '#1a1f26' }, ...drawing });
  const watch = new ResizeObserver(() => chart.resize());
  watch.observe(element);
  return () => {
    watch.disconnect();
    chart.dispose();
  };
}
