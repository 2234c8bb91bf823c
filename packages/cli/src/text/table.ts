/** Where the cells of a column stand. */
export type Align = 'left' | 'right';

/** Rows as lines with aligned columns, two spaces apart. The first row is the header. */
export function table(
  aligns: readonly Align[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  const widths = aligns.map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  return rows.map((row) =>
    aligns
      .map((align, column) => {
        const cell = row[column] ?? '';
        return align === 'left' ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!);
      })
      .join('  ')
      .trimEnd(),
  );
}
