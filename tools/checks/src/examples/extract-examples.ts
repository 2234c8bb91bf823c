/** What is done with an example; the marker stands after `ts` on the opening fence. */
export type ExampleUse = 'run' | 'types-only' | 'fragment';

/** A ```ts block of a page. */
export interface Example {
  /** The page, relative to the repository's root. */
  readonly page: string;
  /** The line of the opening fence, counted from 1. */
  readonly line: number;
  readonly use: ExampleUse;
  readonly code: string;
}

/**
 * Every ```ts block of a Markdown page. A bare block is type-checked and run; `ts types-only` is
 * not run, `ts fragment` neither: both are listed wherever the examples are checked.
 *
 * @throws Error on an unknown marker or a block that does not end
 */
export function extractExamples(page: string, markdown: string): readonly Example[] {
  const examples: Example[] = [];
  const lines = markdown.split('\n');
  for (let index = 0; index < lines.length; index++) {
    const fence = /^(\s*)```(\S*)[ \t]*(.*?)\s*$/.exec(lines[index] ?? '');
    if (fence === null) continue;
    const [, indentation = '', language, marker = ''] = fence;
    const end = lines.findIndex((line, at) => at > index && line.trim() === '```');
    const place = `${page}:${index + 1}`;
    if (end < 0) throw new Error(`${place}: this block does not end`);
    if (language === 'ts') {
      examples.push({
        page,
        line: index + 1,
        use: useOf(marker, place),
        code: lines
          .slice(index + 1, end)
          .map((line) => line.slice(line.startsWith(indentation) ? indentation.length : 0))
          .join('\n'),
      });
    }
    index = end;
  }
  return examples;
}

function useOf(marker: string, place: string): ExampleUse {
  if (marker === '') return 'run';
  if (marker === 'types-only' || marker === 'fragment') return marker;
  throw new Error(`${place}: unknown marker '${marker}'; expected none, types-only or fragment`);
}
