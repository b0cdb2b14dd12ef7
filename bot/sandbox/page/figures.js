/** Writing numbers. */

const FIGURE = new Intl.NumberFormat("en-US", { maximumFractionDigits: 1 });

/** Return a number as a reader would write it: "1,204.5". */
export function figure(value) {
  return FIGURE.format(value);
}
