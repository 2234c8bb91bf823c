import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { checkExamples } from '../examples/check-examples.js';
import { readExamples, thirdPartyOf } from '../examples/read-examples.js';
import { installConsumer } from '../packages/consumer-project.js';
import { type PackedPackage, packedPackages } from '../packages/packed-packages.js';
import { staleOutputs } from '../packages/stale-outputs.js';
import { root } from '../repository.js';
import { complaintOf, runCommand } from '../run-command.js';
import { type Outcome, outcome, type Step } from '../step.js';

const pack: Step = {
  name: 'pack',
  run: async () => ({
    outcomes: (await packedPackages()).packages.map(({ room }) => {
      const stale = staleOutputs(join(root, room.folder));
      const complaint = `no source makes ${stale.join(', ')}; delete dist/ and build again`;
      return outcome(`pack ${room.manifest.name}`, stale.length === 0 ? undefined : complaint);
    }),
  }),
};

const publintStep: Step = {
  name: 'publint',
  after: ['pack'],
  run: () =>
    forEachPackage('publint', async ({ tarball }) => {
      const bytes = new Uint8Array(readFileSync(tarball)).buffer;
      const { messages, pkg } = await publint({ pack: { tarball: bytes }, strict: true });
      const texts = messages.map((message) => formatMessage(message, pkg, { color: false }));
      return texts.length === 0 ? undefined : texts.join('\n');
    }),
};

const typesResolution: Step = {
  name: 'types resolution',
  after: ['pack'],
  run: () =>
    forEachPackage('attw', ({ tarball }) =>
      complaintOf('attw', ['--profile', 'esm-only', '--no-emoji', '--no-color', tarball]),
    ),
};

const sizes: Step = {
  name: 'size budgets',
  run: async () => {
    const result = await runCommand('size-limit', ['--json']);
    if (!result.stdout.startsWith('[')) throw new Error(`size-limit failed\n${result.output}`);
    const list = JSON.parse(result.stdout) as readonly {
      readonly name: string;
      readonly passed: boolean;
      readonly size: number;
      readonly sizeLimit: number;
    }[];
    const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
    return {
      outcomes: list.map(({ name, passed, size, sizeLimit }) =>
        outcome(
          `size of ${name}`,
          passed ? undefined : `${kilobytes(size)} gzip, over its ${kilobytes(sizeLimit)}`,
        ),
      ),
      remark: list.map(({ name, size }) => `${shortName(name)} ${kilobytes(size)}`).join(', '),
    };
  },
};

const consumer: Step = {
  name: 'installed packages',
  after: ['pack'],
  run: async () => {
    const project = await consumerProject();
    const { packages } = await packedPackages();
    const types = await complaintOf('tsc', ['-p', '.'], project);
    const outcomes: Outcome[] = [outcome('types of the installed packages', types)];
    for (const { room } of packages) {
      const program = `await import('${room.manifest.name}')`;
      const args = ['--input-type=module', '--eval', program];
      const complaint = await complaintOf(process.execPath, args, project);
      outcomes.push(outcome(`import ${room.manifest.name}`, complaint));
    }
    for (const command of packages.flatMap(({ room }) => Object.keys(room.manifest.bin ?? {}))) {
      const path = join(project, 'node_modules', '.bin', command);
      outcomes.push(outcome(`${command} --help`, await complaintOf(path, ['--help'], project)));
    }
    return { outcomes };
  },
};

const examples: Step = {
  name: 'examples',
  after: ['installed packages'],
  run: async () => {
    const all = readExamples();
    const notRun = all
      .filter(({ use }) => use !== 'run')
      .map(({ page, line, use }) => `${page}:${line} ${use}`);
    const outcomes = await checkExamples(await consumerProject(), all);
    return notRun.length === 0 ? { outcomes } : { outcomes, remark: `(${notRun.join(', ')})` };
  },
};

/** The steps that look at packages as their users would get them. */
export const packageSteps: readonly Step[] = [
  pack,
  consumer,
  publintStep,
  typesResolution,
  sizes,
  examples,
];

let installing: Promise<string> | undefined;

function consumerProject(): Promise<string> {
  installing ??= packedPackages().then((packed) =>
    installConsumer(packed, thirdPartyOf(readExamples())),
  );
  return installing;
}

async function forEachPackage(
  name: string,
  complaint: (packed: PackedPackage) => Promise<string | undefined>,
): Promise<{ readonly outcomes: readonly Outcome[] }> {
  const { packages } = await packedPackages();
  const outcomes: Outcome[] = [];
  for (const packed of packages) {
    const text = await complaint(packed);
    outcomes.push(outcome(`${name} ${packed.room.manifest.name}`, text));
  }
  return { outcomes };
}

function shortName(name: string): string {
  return name.replace('@separable/', '');
}
