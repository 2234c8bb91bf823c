import {
  type Considered,
  countModes,
  type NodeProfile,
  printPlacement,
  type Placement,
  shapeText,
} from '@separable/core';
import { bytesText, millisecondsText, numberText } from '../text/quantity.js';
import { table } from '../text/table.js';
import type { OutputSummary } from './output-summary.js';
import type { RunReport } from './run-report.js';

/** The report as a person reads it; what they look for comes last, above the prompt. */
export function printRun(report: RunReport): string {
  const { placement, profile, outputs, milliseconds: ms, memory } = report;
  const { native, decomposed, fallback } = countModes(placement);
  return [
    printPlacement(placement),
    '',
    ...(profile === undefined ? [] : [...profileTable(profile, placement), '']),
    ...outputs.flatMap(outputLines),
    '',
    ...report.considered.flatMap(consideredLine),
    `nodes: ${native} native, ${decomposed} decomposed, ${fallback} fallen back`,
    `memory: weights ${bytesText(memory.weights)}, activations ${bytesText(memory.activations)}`,
    `time: load ${millisecondsText(ms.load)}, optimise ${millisecondsText(ms.optimise)}, ` +
      `compile ${millisecondsText(ms.compile)}, run ${millisecondsText(ms.run)}`,
  ].join('\n');
}

function consideredLine({ backend, chosen, reason, milliseconds }: Considered): readonly string[] {
  if (!chosen) return [`passed over ${backend}: ${reason}`];
  const measured =
    milliseconds === undefined ? '' : `, measured at ${millisecondsText(milliseconds)}`;
  return [`ran on ${backend}${reason === '' ? '' : `, which ${reason}`}${measured}`];
}

function outputLines({
  name,
  dtype,
  shape,
  min,
  max,
  mean,
  nan,
  top,
  file,
}: OutputSummary): readonly string[] {
  const show = (value: number | null): string => (value === null ? 'none' : numberText(value, 6));
  const lines = [
    `output ${name}: ${dtype} ${shapeText(shape)}, min ${show(min)}, max ${show(max)}, mean ${show(mean)}` +
      (nan > 0 ? `, ${nan} NaN` : ''),
  ];
  if (top !== null)
    lines.push(
      `  top: ${top.map(({ index, value }) => `[${index}] ${numberText(value, 6)}`).join(', ')}`,
    );
  if (file !== null) lines.push(`  written to ${file}`);
  return lines;
}

/** Nodes by time, the slowest first. */
function profileTable(profile: readonly NodeProfile[], { nodes }: Placement): readonly string[] {
  const total = profile.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  const ops = new Map(nodes.map(({ node, op }) => [node, op]));
  const rows = profile
    .toSorted((a, b) => b.milliseconds - a.milliseconds)
    .map(({ node, milliseconds }) => [
      node,
      ops.get(node) ?? '',
      millisecondsText(milliseconds),
      `${((100 * milliseconds) / (total || 1)).toFixed(1)} %`,
    ]);
  return table(['left', 'left', 'right', 'right'], [['node', 'op', 'time', 'share'], ...rows]);
}
