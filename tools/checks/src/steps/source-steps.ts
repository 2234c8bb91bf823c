import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { importDirectionComplaints, readSourceFiles } from '../imports/import-directions.js';
import { manifestComplaints, versionConflicts } from '../manifests/manifest-complaints.js';
import { readRooms, readRootManifest, type Room, root } from '../repository.js';
import { outcome, type Step } from '../step.js';
import { commandStep } from './command-step.js';
import {
  ciWorkflowComplaints,
  nightlyWorkflowComplaints,
  unpinnedActions,
} from '../workflows/workflow-complaints.js';

const importDirections: Step = {
  name: 'import directions',
  run: async () => ({
    outcomes: readRooms().map((room) => {
      const files = readSourceFiles(root, sourcesOf(room));
      const complaints = importDirectionComplaints(room, files);
      return outcome(`import directions of ${room.room}`, complaintText(complaints));
    }),
  }),
};

const manifests: Step = {
  name: 'manifests',
  run: async () => {
    const rootManifest = readRootManifest();
    const rooms = readRooms();
    const conflicts = versionConflicts([rootManifest, ...rooms.map((room) => room.manifest)]);
    return {
      outcomes: [
        ...rooms.map((room) =>
          outcome(
            `manifest of ${room.room}`,
            complaintText(manifestComplaints(room, rootManifest)),
          ),
        ),
        outcome('one version of each dependency', complaintText(conflicts)),
      ],
    };
  },
};

const workflows: Step = {
  name: 'workflows',
  run: async () => {
    const read = (name: string): string =>
      readFileSync(join(root, '.github', 'workflows', name), 'utf8');
    const engines = readRootManifest().engines?.node ?? '';
    return {
      outcomes: [
        outcome('ci.yml is in step', complaintText(ciWorkflowComplaints(read('ci.yml'), engines))),
        outcome(
          'nightly.yml is in step',
          complaintText(nightlyWorkflowComplaints(read('nightly.yml'))),
        ),
        ...['ci.yml', 'nightly.yml', 'release.yml'].map((name) =>
          outcome(`actions of ${name}`, complaintText(unpinnedActions(read(name)))),
        ),
      ],
    };
  },
};

/** The steps that read sources and need no package to be packed. */
export const sourceSteps: readonly Step[] = [
  commandStep('types', 'turbo', 'run', 'typecheck', '--output-logs=errors-only', '--continue'),
  commandStep('lint', 'oxlint', '--deny-warnings'),
  commandStep('format', 'oxfmt', '--check', '.'),
  commandStep('unused code', 'knip'),
  commandStep('generated files', process.execPath, 'tools/checks/generate.mjs', '--check'),
  importDirections,
  manifests,
  workflows,
];

function sourcesOf(room: Room): readonly string[] {
  const folder = join(root, room.folder, 'src');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.m?[jt]s$/.test(file))
    .map((file) => `${room.folder}/src/${file.replaceAll('\\', '/')}`);
}

function complaintText(complaints: readonly string[]): string | undefined {
  return complaints.length === 0 ? undefined : complaints.join('\n');
}
