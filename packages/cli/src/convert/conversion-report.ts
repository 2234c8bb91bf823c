import { type Graph, sizeOf } from '@separable/core';
import { bytesText, countText } from '../text/quantity.js';
import { table } from '../text/table.js';
import type { Verification } from './verify-conversion.js';

/** What `separable convert` did. */
export interface ConversionReport {
  readonly from: ModelSize;
  readonly to: ModelSize & { readonly bytes: number };
  readonly verification: Verification | null;
}

/** A model in two numbers. */
export interface ModelSize {
  readonly path: string;
  readonly nodes: number;
  /** Elements of all constants. */
  readonly weights: number;
}

export function sizeOfModel(path: string, graph: Graph): ModelSize {
  let weights = 0;
  for (const { shape } of graph.constants.values()) weights += sizeOf(shape);
  return { path, nodes: graph.nodes.length, weights };
}

/** The report as a person reads it. */
export function printConversion({ from, to, verification }: ConversionReport): string {
  return [
    `${modelText(from)}`,
    `${modelText(to)}, ${bytesText(to.bytes)}`,
    ...(verification === null ? [] : ['', ...verificationLines(verification)]),
  ].join('\n');
}

function modelText({ path, nodes, weights }: ModelSize): string {
  return `${path}: ${countText(nodes)} ${nodes === 1 ? 'node' : 'nodes'}, ${countText(weights)} weights`;
}

function verificationLines({ engines, inputs, outputs }: Verification): readonly string[] {
  const sizes = Object.entries(inputs).map(([name, shape]) => `${name} [${shape.join(', ')}]`);
  const agree = outputs.every(({ agrees }) => agrees);
  return [
    ...table(
      ['left', 'right', 'left'],
      [
        ['output', 'relative L2', ''],
        ...outputs.map(({ output, relativeL2, agrees }) => [
          output,
          relativeL2.toExponential(1),
          agrees ? 'agrees' : 'parts',
        ]),
      ],
    ),
    `the two ${agree ? 'agree' : 'part'}: ${engines[0]} ran the original, ${engines[1]} what was written, at ${sizes.join(', ')}`,
  ];
}
