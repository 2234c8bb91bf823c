/** Settings by the name of their parameter. */
export type Parameters = Readonly<Record<string, readonly unknown[]>>;

/** One choice of a setting for every parameter. */
export type Row<P extends Parameters> = { readonly [K in keyof P]: P[K][number] };

/**
 * A small set of rows in which every combination of settings of any `strength` parameters occurs:
 * with 2 every pair, with 3 every triple.
 *
 * Greedy (Cohen, Dalal, Fredman & Patton, "The AETG system", 1997) and deterministic: each row starts
 * with the first combination not yet seen and takes, parameter by parameter, the setting that
 * completes most unseen combinations, the least used one among equals.
 */
export function coveringSet<const P extends Parameters>(
  parameters: P,
  strength: number,
): readonly Row<P>[] {
  const names = Object.keys(parameters);
  const sizes = names.map((name) => parameters[name]!.length);
  const groups = choose(names.length, strength);
  const open = new Set<string>();
  for (const group of groups)
    for (const picks of product(group.map((p) => sizes[p]!))) open.add(key(group, picks));
  const used = sizes.map((size) => new Int32Array(size));
  const rows: number[][] = [];
  for (const seed of open) {
    const row = start(seed, names.length);
    for (const p of row.keys())
      if (row[p] === -1) row[p] = best(row, p, sizes[p]!, groups, open, used[p]!);
    for (const group of groups)
      open.delete(
        key(
          group,
          group.map((p) => row[p]!),
        ),
      );
    row.forEach((setting, p) => used[p]![setting]!++);
    rows.push(row);
  }
  return rows.map(
    (row) =>
      Object.fromEntries(names.map((name, p) => [name, parameters[name]![row[p]!]])) as Row<P>,
  );
}

/** The setting of parameter `p` that completes most open combinations of the row so far. */
function best(
  row: readonly number[],
  p: number,
  size: number,
  groups: readonly (readonly number[])[],
  open: ReadonlySet<string>,
  used: Int32Array,
): number {
  const settled = groups.filter(
    (group) => group.includes(p) && group.every((q) => q === p || row[q] !== -1),
  );
  let [chosen, most] = [0, -1];
  for (let setting = 0; setting < size; setting++) {
    const gains = settled.filter((group) =>
      open.has(
        key(
          group,
          group.map((q) => (q === p ? setting : row[q]!)),
        ),
      ),
    ).length;
    if (gains > most || (gains === most && used[setting]! < used[chosen]!))
      [chosen, most] = [setting, gains];
  }
  return chosen;
}

/** A row with the settings of a combination, -1 elsewhere. */
function start(combination: string, length: number): number[] {
  const row = Array<number>(length).fill(-1);
  for (const part of combination.split(',')) {
    const [p, setting] = part.split('=').map(Number) as [number, number];
    row[p] = setting;
  }
  return row;
}

function key(group: readonly number[], settings: readonly number[]): string {
  return group.map((p, i) => `${p}=${settings[i]}`).join(',');
}

/** All ways to pick `count` of the numbers below `from`, ascending. */
function choose(from: number, count: number): readonly (readonly number[])[] {
  if (count === 0) return [[]];
  const picks: (readonly number[])[] = [];
  for (let last = count - 1; last < from; last++) {
    for (const rest of choose(last, count - 1)) picks.push([...rest, last]);
  }
  return picks;
}

/** All tuples with element i below `sizes[i]`. */
export function product(sizes: readonly number[]): readonly (readonly number[])[] {
  return sizes.reduce<readonly (readonly number[])[]>(
    (tuples, size) =>
      tuples.flatMap((tuple) => Array.from({ length: size }, (_, i) => [...tuple, i])),
    [[]],
  );
}
