/** An import found in a source file. */
export interface FoundImport {
  readonly specifier: string;
  /** Counted from 1. */
  readonly line: number;
}

// A statement starts its line, which an example inside a doc comment never does.
const statement = /^[ \t]*(?:import|export)\b(?:[^;'"]*?\bfrom\s*)?\s*['"]([^'"\n]+)['"]/gm;
const call = /\b(?:import|require|import\.meta\.resolve)\(\s*['"]([^'"\n]+)['"]/g;
const comment = /^\s*(?:\/\/|\/?\*)/;

/**
 * Every module a TypeScript source names: static, type-only and dynamic imports, re-exports,
 * `import('…')` types and `require`. Lines of comments are passed over.
 */
export function importsInSource(text: string): readonly FoundImport[] {
  const lines = text.split('\n');
  const found: FoundImport[] = [];
  for (const pattern of [statement, call]) {
    for (const match of text.matchAll(pattern)) {
      const specifier = match[1];
      const line = text.slice(0, match.index + match[0].length).split('\n').length;
      if (specifier === undefined || comment.test(lines[line - 1] ?? '')) continue;
      found.push({ specifier, line });
    }
  }
  return found.sort((a, b) => a.line - b.line);
}
