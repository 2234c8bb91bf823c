import { errorOf, type Exact } from '../src/index.js';

/**
 * Where two evaluations of what should be one graph part by more than both may err: the bounds of the
 * oracle cover a rounding of every step, so also the one rounding a folded weight takes.
 */
export function differences(
  before: Readonly<Record<string, Exact>>,
  after: Readonly<Record<string, Exact>>,
): readonly string[] {
  if (Object.keys(before).join() !== Object.keys(after).join()) {
    return [`outputs ${Object.keys(before).join()} became ${Object.keys(after).join()}`];
  }
  return Object.entries(before).flatMap(([name, a]) => {
    const b = after[name]!;
    const [was, is] = [a, b].map(({ dtype, shape }) => `${dtype} [${shape.join(', ')}]`);
    if (was !== is) return [`${name}: ${was} became ${is}`];
    const at = a.value.findIndex((value, i) => {
      const bound = a.error[i]! + b.error[i]!;
      return bound < Infinity && !(errorOf(value, b.value[i]!) <= bound);
    });
    return at < 0
      ? []
      : [`${name}[${at}]: ${a.value[at]} ± ${a.error[at]} became ${b.value[at]} ± ${b.error[at]}`];
  });
}
