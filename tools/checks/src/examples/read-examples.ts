import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importsInSource } from '../imports/imports-in-source.js';
import { readRooms, readRootManifest, root } from '../repository.js';
import { type Example, extractExamples } from './extract-examples.js';

/** The examples of every README and of the pages under docs/. */
export function readExamples(): readonly Example[] {
  const readmes = readRooms().map(({ folder }) => `${folder}/README.md`);
  const docs = existsSync(join(root, 'docs'))
    ? readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.md'))
        .map((file) => `docs/${file.replaceAll('\\', '/')}`)
        .sort()
    : [];
  return ['README.md', ...readmes, ...docs]
    .filter((page) => existsSync(join(root, page)))
    .flatMap((page) => extractExamples(page, readFileSync(join(root, page), 'utf8')));
}

/**
 * Third-party packages the examples import, at the versions this repository pins.
 *
 * @throws Error when an example imports what no manifest here names
 */
export function thirdPartyOf(examples: readonly Example[]): Readonly<Record<string, string>> {
  const versions = Object.assign(
    {},
    ...[readRootManifest(), ...readRooms().map((room) => room.manifest)].map((manifest) => ({
      ...manifest.devDependencies,
      ...manifest.dependencies,
    })),
  ) as Readonly<Record<string, string>>;
  const needed: Record<string, string> = { '@types/node': versionOf('@types/node', 'examples') };
  for (const example of examples.filter(({ use }) => use !== 'fragment')) {
    for (const { specifier } of importsInSource(example.code)) {
      if (/^(?:\.|node:|@separable\/)/.test(specifier)) continue;
      const name = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
      needed[name] = versionOf(name, `${example.page}:${example.line}`);
    }
  }
  return needed;

  function versionOf(name: string, place: string): string {
    const version = versions[name];
    if (version === undefined) throw new Error(`${place}: no manifest here pins ${name}`);
    return version;
  }
}
