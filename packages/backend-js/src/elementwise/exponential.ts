/** Parts of an octave in the table. */
const parts = 8;
/** Octaves on either side of 1. */
const octaves = 200;
const origin = parts * octaves;
/** Beyond it a power is 0 or Infinity in float32. */
const limit = 120;

/**
 * `e^x` with a relative error below 1e-11, at a third of the time of `Math.exp`. Below −120 it stays
 * at `e^−120` and above 120 at `e^120`, which float32 stores as 0 and Infinity.
 *
 * `x = k · ln 2 / 8 + r` with |r| < 0.044; `2^(k/8)` comes from a table and `e^r` from its Taylor series.
 * (P. T. P. Tang, "Table-driven implementation of the exponential function", 1989.)
 *
 * The table is local: bundlers make top-level constants variables, which the engine reads anew each time.
 */
export const exponential: (x: number) => number = /* @__PURE__ */ tabulated();

function tabulated(): (x: number) => number {
  const powers = Float64Array.from({ length: 2 * origin }, (_, i) => 2 ** ((i - origin) / parts));
  return (x) => {
    const v = x < -limit ? -limit : x > limit ? limit : x;
    const k = (v * 11.541560327111707 + (origin + 0.5)) | 0;
    const r = v - (k - origin) * 0.08664339756999316;
    const q = r * r;
    return (1 + r + q * (0.5 + r * (1 / 6) + q * (1 / 24 + r * (1 / 120)))) * powers[k]!;
  };
}
