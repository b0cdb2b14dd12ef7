/** Drawing a pie. */

import { svg } from "./dom.js";

function slice(radius, from, to) {
  const point = (turn) => [radius * Math.sin(2 * Math.PI * turn), -radius * Math.cos(2 * Math.PI * turn)].map((x) => x.toFixed(2)).join(" ");
  return `M0 0 L${point(from)} A${radius} ${radius} 0 ${to - from > 0.5 ? 1 : 0} 1 ${point(to)} Z`;
}

/** Return a pie chart at most `width` wide. */
export function pie(chart, width) {
  const size = Math.min(width, 240);
  const radius = size / 2 - 4;
  const values = chart.series[0].values.map((value) => Math.max(0, value));
  const total = values.reduce((sum, value) => sum + value, 0);
  let from = 0;
  const slices = values.map((value, index) => {
    const to = from + (total ? value / total : 0);
    const whole = to - from > 0.9999;
    const shape = whole ? svg("circle", { r: radius }) : svg("path", { d: slice(radius, from, to) });
    shape.setAttribute("class", `slice series-${index}`);
    from = to;
    return value > 0 && shape;
  });
  return svg("svg", { viewBox: `${-size / 2} ${-size / 2} ${size} ${size}`, width: size, height: size, role: "img", "aria-label": `Pie chart: ${chart.title}` }, slices);
}
