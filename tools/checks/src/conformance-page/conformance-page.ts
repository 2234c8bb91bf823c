import { added, cell } from './cell.js';
import { markdownTable } from './markdown-table.js';
import type { Column, GroupCounts } from './results.js';

const introduction = `<!-- Written by \`pnpm generate\` from tools/matrix/results.json, which \`pnpm nightly\` writes; do not edit. -->

# Conformance

What every engine made of the [suite](../packages/conformance): each case is a graph whose outputs,
element by element, are held against a float64 oracle within a bound derived from the arithmetic. \`pnpm
nightly\` runs it and writes this page; \`npm test\` takes every required case, or a share of
them on engines that compile shaders, and a sample of the others ([which](../tools/matrix)).

A number alone counts cases that passed natively. **d**: passed, with an op decomposed into simpler ones.
**u**: the engine declares, with a reason below, that it lacks the op in this form. **x**: failed as a
stated reason foretold. **F**: failed.`;

/** `docs/conformance.md`. */
export function conformancePage(columns: readonly Column[], ops: readonly string[]): string {
  const groups = [...new Set(columns.flatMap((column) => Object.keys(column.groups)))];
  const others = groups.filter((group) => !ops.includes(group));
  return [
    introduction,
    '## What ran where',
    whatRanWhere(columns),
    '## By op',
    byGroup('op', columns, ops),
    '## Beyond single ops',
    byGroup('group', columns, others),
    '## Unsupported, and why',
    reasons(columns, ['unsupported']),
    '## Failures',
    reasons(columns, ['failed', 'fallback', 'expectedFailure']),
  ].join('\n\n');
}

function whatRanWhere(columns: readonly Column[]): string {
  const head = ['engine', 'in', 'device', 'threads', 'cases', 'outcome', 'random graphs', 'on'];
  const rows = columns.map((column) => {
    const counts = added(Object.values(column.groups));
    const { random } = column;
    return [
      column.engine,
      column.isolated === true ? `${column.host}, isolated` : column.host,
      column.device,
      String(column.features['threads'] ?? '–'),
      `${sum(counts)}${column.extent === 'sample' ? ', a sample' : ''}`,
      cell(counts),
      random === null ? '–' : `${random.runs}${random.passed ? '' : ' F'}, seed ${random.seed}`,
      column.date,
    ];
  });
  return markdownTable(head, rows);
}

function byGroup(title: string, columns: readonly Column[], groups: readonly string[]): string {
  const head = [title, ...columns.map(headingOf)];
  return markdownTable(
    head,
    groups.map((group) => [group, ...columns.map((column) => cell(column.groups[group]))]),
  );
}

function reasons(columns: readonly Column[], verdicts: readonly string[]): string {
  const sections = columns.flatMap((column) => {
    const remarks = column.remarks.filter(({ verdict }) => verdicts.includes(verdict));
    if (remarks.length === 0) return [];
    const lines = remarks.map(
      ({ group, reason, cases }) =>
        `- ${group}, ${cases} ${cases === 1 ? 'case' : 'cases'}: ${reason.replaceAll('\n', ' ')}`,
    );
    return [`### ${headingOf(column)}\n\n${lines.join('\n')}`];
  });
  return sections.length === 0 ? 'None.' : sections.join('\n\n');
}

function headingOf({ engine, place }: Column): string {
  return `${engine}, ${place === 'node' ? 'Node' : 'Chromium'}`;
}

function sum(counts: GroupCounts): number {
  return Object.values(counts).reduce((total, one) => total + one, 0);
}
