import { describe, expect, it } from 'vitest';
import { importsInSource } from './imports-in-source.js';

// Joined from parts, so that this file's own text holds no import of these names.
const source = (...lines: readonly string[]): string => lines.join('\n');

describe('importsInSource', () => {
  it('finds every way to name a module', () => {
    const text = source(
      `import 'side-effect';`,
      `import type { A } from 'types-only';`,
      `import {`,
      `  b,`,
      `} from 'over-lines';`,
      `export * from 're-exported';`,
      `const c = await import('dynamic');`,
      `type D = import('in-a-type').D;`,
    );
    expect(importsInSource(text).map(({ specifier, line }) => `${line} ${specifier}`)).toEqual([
      '1 side-effect',
      '2 types-only',
      '5 over-lines',
      '6 re-exported',
      '7 dynamic',
      '8 in-a-type',
    ]);
  });

  it('passes over comments', () => {
    const text = source(
      `/**`,
      ` * import { run } from 'in-an-example';`,
      ` */`,
      `// const c = await import('commented-out');`,
      `export const from = 'not a module';`,
    );
    expect(importsInSource(text)).toEqual([]);
  });
});
