import type { Probe } from '@separable/core';
import { backends } from '../backends.js';
import { command, type Command } from '../command/command.js';
import { exitCodes } from '../exit-code.js';
import { type Io, print, printJson } from '../io.js';
import { table } from '../text/table.js';

/** What one backend of the table says of itself. */
type Found = { readonly backend: string } & Probe;

/** `separable backends`: every backend that `--backend` may name, and whether it is there. */
export const backendsCommand: Command = command({
  name: 'backends',
  summary: 'list the backends and whether they are there',
  details: [
    'Probes every backend that --backend may name: what would compute, its features, and why it is\n' +
      'not there where it is not.',
  ],
  options: { json: { type: 'boolean', description: 'print JSON' } },
  examples: [{ line: 'separable backends', does: 'a table' }],
  async run({ json }, io) {
    const found = await probeAll(io);
    if (json) printJson(io, found);
    else print(io, printFound(found).join('\n'));
    return exitCodes.fine;
  },
});

function probeAll(io: Io): Promise<readonly Found[]> {
  const known = Object.entries(io.backends ?? backends);
  return Promise.all(known.map(async ([backend, make]) => ({ backend, ...(await probe(make)) })));
}

/** A backend whose package is not installed is one that is not there. */
async function probe(make: (typeof backends)[string]): Promise<Probe> {
  try {
    return await (await make()).probe();
  } catch (error) {
    return { available: false, reason: error instanceof Error ? error.message : String(error) };
  }
}

function printFound(found: readonly Found[]): readonly string[] {
  const rows = found.map((one) =>
    one.available
      ? [one.backend, 'yes', one.device, featuresText(one.features)]
      : [one.backend, 'no', one.reason.replaceAll('\n', ' '), ''],
  );
  return table(
    ['left', 'left', 'left', 'left'],
    [['backend', 'there', 'device, or why not', 'features'], ...rows],
  );
}

function featuresText(features: Readonly<Record<string, string | number | boolean>>): string {
  return Object.entries(features)
    .map(([name, value]) => `${name}: ${value}`)
    .join(', ');
}
