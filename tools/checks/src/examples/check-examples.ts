import { join } from 'node:path';
import { writeText } from '../packages/consumer-project.js';
import { complaintOf } from '../run-command.js';
import { type Outcome, outcome } from '../step.js';
import type { Example } from './extract-examples.js';

const compilerOptions = {
  target: 'ES2022',
  lib: ['ES2023', 'ESNext.Disposable', 'DOM'],
  types: ['node'],
  module: 'nodenext',
  moduleDetection: 'force',
  strict: true,
  skipLibCheck: true,
  rootDir: '.',
  outDir: 'js',
};

/**
 * Type-checks the examples together in a project that has the packages installed, then runs each
 * as a program of its own there.
 */
export async function checkExamples(
  consumer: string,
  examples: readonly Example[],
): Promise<readonly Outcome[]> {
  const folder = join(consumer, 'examples');
  const checked = examples.filter(({ use }) => use !== 'fragment');
  if (checked.length === 0) return [];
  for (const example of checked) writeText(join(folder, `${slug(example)}.ts`), example.code);
  writeText(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }));
  const types = outcome('README examples: types', await complaintOf('tsc', ['-p', '.'], folder));
  const runs: Outcome[] = [];
  for (const example of checked.filter(({ use }) => use === 'run')) {
    const program = join(folder, 'js', `${slug(example)}.js`);
    const complaint = await complaintOf(process.execPath, [program], consumer);
    runs.push(outcome(`${example.page}:${example.line} runs`, complaint));
  }
  return [types, ...runs];
}

function slug({ page, line }: Example): string {
  return `${page.replace(/\.md$/, '').replaceAll(/[^\w]+/g, '-')}-line-${line}`;
}
