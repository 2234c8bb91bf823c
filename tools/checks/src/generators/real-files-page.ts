import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { markdownTable } from '../conformance-page/markdown-table.js';
import { root } from '../repository.js';
import type { Generator } from './generator.js';

/** One file of tools/real-files/results.json, which tools/real-files writes. */
interface Row {
  readonly name: string;
  readonly source: string;
  readonly licence: string;
  readonly shown: string;
  readonly operators: number;
  readonly parameters: number;
  readonly macs: number;
  readonly agreement: Readonly<Record<string, { distance: string; sameAnswer: boolean }>>;
}

const note = '<!-- Written by `pnpm generate` from tools/real-files/results.json; do not edit. -->';

const introduction = `Published networks that load, and agree on every engine with the one they were made for: onnxruntime-web for
ONNX files, TensorFlow.js on its CPU engine for the others. Nothing of theirs is published with Separable.

The distance is the relative one, \`‖got − wanted‖ / ‖wanted‖\`, the greatest of all outputs; it may be 1e-4.
The answer a user would read off the outputs (the best class, the best boxes, the text, the pixels above
the threshold) is the same wherever nothing else is said. Operators are those of the imported graph before
any pass; parameters are the numbers in its constants.`;

const ending = `\`pnpm real-files\` runs all of it again and writes the results; \`npm test\` runs all but two, which take
TensorFlow.js long, on backend-wasm.`;

/** `docs/models.md`: published networks and how far each engine is from the one they were made for. */
export const generator: Generator = {
  name: 'real files page',
  generate: async () => {
    const text = readFileSync(join(root, 'tools/real-files/results.json'), 'utf8');
    return new Map([['docs/models.md', page((JSON.parse(text) as { rows: readonly Row[] }).rows)]]);
  },
};

function page(rows: readonly Row[]): string {
  const engines = Object.keys(rows[0]?.agreement ?? {});
  const networks = markdownTable(
    ['network', 'operators', 'parameters', 'MACs', ...engines],
    rows.map(({ name, operators, parameters, macs, agreement }) => [
      name,
      String(operators),
      millions(parameters),
      millions(macs),
      ...engines.map((engine) => {
        const { distance, sameAnswer } = agreement[engine]!;
        const shown = Number(distance) === 0 ? '0' : distance;
        return sameAnswer ? shown : `${shown}, another answer`;
      }),
    ]),
  );
  const sources = markdownTable(
    ['network', 'package', 'its licence', 'is shown'],
    rows.map(({ name, source, licence, shown }) => [name, source, licence, shown]),
  );
  return [note, '# Models of others', introduction, networks, ending, sources, ''].join('\n\n');
}

function millions(count: number): string {
  return `${(count / 1e6).toLocaleString('en', { maximumSignificantDigits: 3 })} M`;
}
