import { type Dim, shapeText } from '@separable/core';
import { bytesText, countText, numberText } from '../text/quantity.js';
import { table } from '../text/table.js';
import type { DenseComparison, SeparableFormula } from './dense-comparison.js';
import type { ModelReport, PortReport } from './model-report.js';

/** The report as a person reads it: ports, ops, layers, dense convolutions replaced, totals. */
export function printModelReport(report: ModelReport): string {
  const { name, optimised, inputs, outputs, dense } = report;
  return [
    `${name}, ${optimised ? 'optimised' : 'as imported'}`,
    '',
    ...inputs.map((port) => `input   ${portText(port)}`),
    ...outputs.map((port) => `output  ${portText(port)}`),
    '',
    `ops: ${Object.entries(report.ops)
      .map(([op, count]) => `${count} ${op}`)
      .join(', ')}`,
    '',
    ...layerTable(report),
    '',
    ...(dense.length === 0 ? [] : [...denseTable(dense), '']),
    ...totalLines(report),
  ].join('\n');
}

function portText({ name, dtype, shape }: PortReport): string {
  return `${name}: ${dtype} ${shapeText(shape)}`;
}

function layerTable({ layers }: ModelReport): readonly string[] {
  // The output comes last: with symbols it may be long.
  return table(
    ['left', 'left', 'right', 'right', 'right', 'left'],
    [
      ['layer', 'op', 'parameters', 'MACs', 'activations', 'output'],
      ...layers.map(({ name, op, shape, parameters, macs, activationBytes }) => [
        name,
        op,
        countText(parameters),
        macs === null ? '?' : countText(macs),
        activationBytes === null ? '?' : bytesText(activationBytes),
        shapeText(shape),
      ]),
    ],
  );
}

function denseTable(dense: readonly DenseComparison[]): readonly string[] {
  return [
    'What the dense convolution between the same shapes would cost:',
    ...table(
      ['left', 'left', 'right', 'right', 'right', 'left'],
      [
        ['layer', 'op', 'MACs', 'dense MACs', 'ratio', '1/N + 1/k²'],
        ...dense.map(({ name, op, macs, denseMacs, ratio, formula }) => [
          name,
          op,
          countText(macs),
          countText(denseMacs),
          numberText(ratio, 4),
          formula === null ? '' : formulaText(formula),
        ]),
      ],
    ),
  ];
}

function formulaText({ kernel, outputChannels, multiplier, ratio }: SeparableFormula): string {
  const sum = `1/${outputChannels} + 1/${kernel[0] * kernel[1]}`;
  return `${multiplier === 1 ? sum : `${multiplier}·(${sum})`} = ${numberText(ratio, 4)}`;
}

function totalLines({ totals, symbols, inputs }: ModelReport): readonly string[] {
  const { nodes, parameters, weightBytes, macs, peakActivationBytes, peakNode } = totals;
  const lines = [
    `total: ${nodes} nodes, ${countText(parameters)} parameters (${bytesText(weightBytes)})`,
  ];
  if (macs !== null) lines[0] += `, ${countText(macs)} MACs`;
  if (peakActivationBytes !== null) {
    const at = peakNode === null ? '' : ` at ${peakNode}`;
    lines.push(`peak activation memory: ${bytesText(peakActivationBytes)}${at}`);
  }
  if (symbols.length > 0) {
    const given = inputs.map(
      ({ name, shape }) => `--shape ${name}=${shape.map(sizeOrBlank).join(',')}`,
    );
    lines.push(
      `MACs and memory depend on ${symbols.join(', ')}.`,
      `Give sizes with ${given.join(' ')} (a number for each N) or --size ${symbols[0]}=N.`,
    );
  }
  return lines;
}

function sizeOrBlank(extent: Dim): string {
  return typeof extent === 'number' ? String(extent) : 'N';
}
