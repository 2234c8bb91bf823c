import type { Manifest, Room } from '../repository.js';

const exactVersion = /^\d+\.\d+\.\d+(?:-[\w.]+)?$/;
const entry = {
  '.': {
    '@separable/source': './src/index.ts',
    types: './dist/index.d.ts',
    default: './dist/index.js',
  },
  './package.json': './package.json',
};

/**
 * What a manifest does not keep to: third-party versions are exact, workspace packages are linked
 * by the workspace protocol, every room wants the same Node, and what is published is ESM, free
 * of side effects, and exports `@separable/source` first.
 */
export function manifestComplaints(room: Room, rootManifest: Manifest): readonly string[] {
  const { manifest } = room;
  const complaints = [
    ...versionComplaints(manifest.dependencies),
    ...versionComplaints(manifest.devDependencies),
  ];
  if (manifest.name !== `@separable/${room.room}`) {
    complaints.push(`name: expected @separable/${room.room}, got ${manifest.name}`);
  }
  if (manifest.engines?.node !== rootManifest.engines?.node) {
    complaints.push(`engines.node: expected ${rootManifest.engines?.node}, as in the root`);
  }
  if (manifest.license !== 'MIT') complaints.push('license: expected MIT');
  if (manifest.type !== 'module') complaints.push('type: expected module');
  if (manifest.description === undefined) complaints.push('description: missing');
  if (manifest.private !== true) complaints.push(...publishableComplaints(room));
  return complaints.map((complaint) => `${room.folder}/package.json: ${complaint}`);
}

function publishableComplaints({ manifest, folder }: Room): readonly string[] {
  const complaints: string[] = [];
  if (!isFreeOfSideEffects(manifest)) complaints.push('sideEffects: expected false');
  const exported = manifest.exports as Readonly<Record<string, unknown>> | undefined;
  for (const [path, wanted] of Object.entries(entry)) {
    if (JSON.stringify(exported?.[path]) !== JSON.stringify(wanted)) {
      complaints.push(`exports['${path}']: expected ${JSON.stringify(wanted)}, in this order`);
    }
  }
  const repository = manifest.repository as { readonly directory?: string } | undefined;
  if (repository?.directory !== folder) {
    complaints.push(`repository.directory: expected ${folder}`);
  }
  const publishing = manifest.publishConfig as { readonly provenance?: boolean } | undefined;
  if (publishing?.provenance !== true) complaints.push('publishConfig.provenance: expected true');
  return complaints;
}

/**
 * A package that loads parts of itself on demand names its index: esbuild without splitting drops the
 * set-up of modules that are reached through an index declared free of side effects.
 */
function isFreeOfSideEffects({ sideEffects }: Manifest): boolean {
  const index = ['./src/index.ts', './dist/index.js'];
  return sideEffects === false || JSON.stringify(sideEffects) === JSON.stringify(index);
}

function versionComplaints(dependencies: Readonly<Record<string, string>> = {}): readonly string[] {
  return Object.entries(dependencies).flatMap(([name, version]) => {
    if (name.startsWith('@separable/')) {
      return version === 'workspace:^' ? [] : [`${name}: expected workspace:^, got ${version}`];
    }
    return exactVersion.test(version) ? [] : [`${name}: expected an exact version, got ${version}`];
  });
}

/** Third-party packages that the workspace pins at more than one version. */
export function versionConflicts(manifests: readonly Manifest[]): readonly string[] {
  const versions = new Map<string, Set<string>>();
  for (const { dependencies, devDependencies } of manifests) {
    for (const [name, version] of Object.entries({ ...devDependencies, ...dependencies })) {
      versions.set(name, (versions.get(name) ?? new Set()).add(version));
    }
  }
  return [...versions]
    .filter(([, found]) => found.size > 1)
    .map(([name, found]) => `${name} is pinned at ${[...found].join(' and ')}`);
}
