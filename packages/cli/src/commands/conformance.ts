import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Report, Tag } from '@separable/conformance';
import { backendNamed } from '../backends.js';
import { command, type Command } from '../command/command.js';
import { FileError, UsageError } from '../errors.js';
import { type ExitCode, exitCodes } from '../exit-code.js';
import { print, printJson } from '../io.js';
import { progressOn } from '../progress.js';

/** `separable conformance`: whether a backend computes what the graph says. */
export const conformance: Command = command({
  name: 'conformance',
  summary: 'check that a backend computes what graphs say',
  details: [
    'Runs the cases of @separable/conformance: each graph is computed by the backend and by a float64\n' +
      'oracle, and every element must lie within a bound derived from the arithmetic. Prints a table\n' +
      'and writes a report of every case.',
  ],
  options: {
    backend: { type: 'text', value: 'NAME', description: 'the backend to check; js' },
    filter: { type: 'text', value: 'TEXT', description: 'only cases with TEXT in their name' },
    tag: {
      type: 'text',
      value: 'TAG',
      multiple: true,
      description: 'only cases with one of the tags',
    },
    json: {
      type: 'text',
      value: 'FILE',
      description:
        'where the report goes; conformance-NAME.json here.\nWith - it is printed, and nothing else is.',
    },
  },
  examples: [
    { line: 'separable conformance --backend js', does: 'every case' },
    {
      line: 'separable conformance --backend js --filter depthwiseConv2d/',
      does: 'the cases of one op',
    },
    {
      line: 'separable conformance --backend js --tag required --json report.json',
      does: 'what every backend must do',
    },
  ],
  exitCodes: {
    1: 'a case failed or fell back, or a required one is not supported',
    4: 'the backend is not there',
  },
  async run({ backend = 'js', filter, tag, json }, io) {
    const provider = await backendNamed(backend, io.backends);
    const { allCases, printReport, runConformance, selectCases } =
      await import('@separable/conformance');
    const tags = checkTags(tag, new Set(allCases().flatMap((one) => one.tags)));
    const selection = { filter, tags };
    const count = selectCases(selection).length;
    if (count === 0) throw new UsageError('no case fits --filter and --tag');

    const progress = progressOn(io.stderr);
    let report: Report;
    try {
      progress.note(`running ${count} cases on ${provider.name}`);
      progress.phase(`conformance of ${provider.name}`);
      report = await runConformance(provider, {
        ...selection,
        onProgress: ({ done, total, result }) => progress.step(done, total, result.id),
      });
    } finally {
      progress.end();
    }

    if (json === '-') printJson(io, report);
    else {
      print(io, printReport(report));
      const file = json ?? `conformance-${provider.name.replaceAll(/[^\w.-]/g, '-')}.json`;
      await write(resolve(io.cwd, file), report);
      progress.note(`the report is in ${file}`);
    }
    return exitCodeOf(report);
  },
});

function checkTags(given: readonly string[], known: ReadonlySet<Tag>): readonly Tag[] | undefined {
  const unknown = given.find((tag) => !known.has(tag as Tag));
  if (unknown !== undefined) {
    throw new UsageError(`--tag: no case has the tag '${unknown}'`, {
      hint: `tags: ${[...known].join(', ')}`,
    });
  }
  return given.length === 0 ? undefined : (given as readonly Tag[]);
}

async function write(file: string, report: Report): Promise<void> {
  try {
    await writeFile(file, `${JSON.stringify(report, undefined, 2)}\n`);
  } catch (cause) {
    throw new FileError(`the report cannot be written to ${file}: ${(cause as Error).message}`, {
      cause,
    });
  }
}

/** What is required of every backend may not be declared unsupported. */
function exitCodeOf({ counts, cases, results }: Report): ExitCode {
  if (counts.notRun === cases) return exitCodes.unsupported;
  const lacks = results.some(
    ({ verdict, tags }) => verdict === 'unsupported' && tags.includes('required'),
  );
  return counts.failed > 0 || counts.fallback > 0 || lacks ? exitCodes.failed : exitCodes.fine;
}
