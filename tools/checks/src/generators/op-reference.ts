import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allOps, type AnyOp } from '@separable/core';
import { root } from '../repository.js';
import type { Generator } from './generator.js';

const folder = join(root, 'packages/core/src/ops');
const note = '<!-- Written by `pnpm generate` from packages/core/src/ops; do not edit. -->';

/** `docs/ops.md`: every op with its formula from TSDoc and its operands from the table. */
export const generator: Generator = {
  name: 'op reference',
  generate: async () => new Map([['docs/ops.md', reference(allOps())]]),
};

function reference(ops: readonly AnyOp[]): string {
  const sorted = [...ops].sort((a, b) => (a.name < b.name ? -1 : 1));
  const links = sorted.map(({ name }) => `[${name}](#${name.toLowerCase()})`).join(' · ');
  return [
    note,
    '# Ops',
    `The op table has ${ops.length} ops. Feature maps are NHWC. A primitive op is run by every backend; a derived one may be taken whole or decomposed.`,
    links,
    ...sorted.map(section),
  ].join('\n\n');
}

function section(op: AnyOp): string {
  const operands = Object.entries(op.operands).map(([name, { arity, dtypes, rank }]) => {
    const kinds = dtypes === 'same' ? 'dtype of the first operand' : dtypes.join(', ');
    const often = { one: '', optional: ', optional', many: ', a list' }[arity];
    return `- \`${name}\`: ${kinds}${rank === undefined ? '' : `, rank ${rank}`}${often}`;
  });
  const attributes = Object.entries(op.attributes).map(
    ([name, spec]) => `- \`${name}\`: ${spec.accepts}${defaultText(spec.default)}`,
  );
  const results =
    op.results === 'many' ? 'a list of results' : op.results.map((r) => `\`${r}\``).join(', ');
  return [
    `## ${op.name}`,
    documentation(op.name),
    `Operands:\n\n${operands.join('\n')}`,
    ...(attributes.length === 0 ? [] : [`Attributes:\n\n${attributes.join('\n')}`]),
    `Gives ${results}. ${op.decompose === undefined ? 'Primitive' : 'Derived'}; in the sets ${op.sets.join(', ')}.`,
  ].join('\n\n');
}

function defaultText(value: unknown): string {
  if (value === undefined) return '; required';
  return `; ${typeof value === 'number' ? String(value) : JSON.stringify(value)} unless given`;
}

/** The TSDoc of the definition, without its example. */
function documentation(name: string): string {
  const declaration = `export const ${name}:`;
  const source = readdirSync(folder)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .find((text) => text.includes(declaration));
  if (source === undefined) throw new Error(`no file of packages/core/src/ops declares ${name}`);
  const end = source.indexOf(declaration);
  const start = source.lastIndexOf('/**', end);
  if (start < 0) throw new Error(`op ${name} has no TSDoc`);
  return source
    .slice(start + 3, source.lastIndexOf('*/', end))
    .split('\n')
    .map((line) => line.replace(/^\s*\* ?/, ''))
    .join('\n')
    .replace(/@example[\s\S]*$/, '')
    .replaceAll(/\{@link (\w+)\}/g, '`$1`')
    .trim();
}
