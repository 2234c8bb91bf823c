import { readFileSync } from 'node:fs';
import { join, normalize } from 'node:path/posix';
import type { Room } from '../repository.js';
import { type Arrows, arrowsOfPackages, arrowsOfTopRooms } from './arrows.js';
import { importsInSource } from './imports-in-source.js';

/** A source file of a room. */
export interface SourceFile {
  /** Relative to the repository's root. */
  readonly path: string;
  readonly text: string;
}

const scope = '@separable/';

/** Reads the files that `importDirectionComplaints` takes. */
export function readSourceFiles(root: string, paths: readonly string[]): readonly SourceFile[] {
  return paths.map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

/**
 * What breaks the import directions in one room: its manifest's dependencies, the modules its
 * sources name, and relative paths that leave the room.
 */
export function importDirectionComplaints(
  room: Room,
  files: readonly SourceFile[],
): readonly string[] {
  const arrows = arrowsOf(room);
  if (arrows === undefined) {
    return [`${room.folder} has no arrows yet: add it to tools/checks/src/imports/arrows.ts`];
  }
  return [
    ...manifestComplaints(room, arrows),
    ...files.flatMap((file) => sourceComplaints(room, arrows, file)),
  ];
}

function arrowsOf(room: Room): Arrows | undefined {
  return room.folder.startsWith('packages/') ? arrowsOfPackages[room.room] : arrowsOfTopRooms;
}

function manifestComplaints(room: Room, arrows: Arrows): readonly string[] {
  const complaintsIn = (
    dependencies: Readonly<Record<string, string>> | undefined,
    field: string,
    tests: boolean,
  ): readonly string[] =>
    Object.keys(dependencies ?? {})
      .filter((name) => name.startsWith(scope))
      .map((name) => name.slice(scope.length))
      .filter((target) => !isAllowed(room, arrows, target, tests))
      .map((target) => `${room.folder}/package.json: ${field} ${describe(room, target, tests)}`);
  return [
    ...complaintsIn(room.manifest.dependencies, 'dependencies:', false),
    ...complaintsIn(room.manifest.devDependencies, 'devDependencies:', true),
  ];
}

function sourceComplaints(room: Room, arrows: Arrows, file: SourceFile): readonly string[] {
  const tests = file.path.endsWith('.test.ts');
  return importsInSource(file.text).flatMap(({ specifier, line }) => {
    const place = `${file.path}:${line}`;
    if (specifier.startsWith('.')) {
      const target = normalize(join(file.path, '..', specifier));
      return target.startsWith(`${room.folder}/`)
        ? []
        : [`${place}: '${specifier}' leaves ${room.folder}; import the package by its name`];
    }
    if (!specifier.startsWith(scope)) return [];
    const [target = '', ...deeper] = specifier.slice(scope.length).split('/');
    if (deeper[0] === 'src' || deeper[0] === 'dist') {
      return [`${place}: '${specifier}' reaches inside a package; import '${scope}${target}'`];
    }
    return isAllowed(room, arrows, target, tests)
      ? []
      : [`${place}: ${describe(room, target, tests)}`];
  });
}

function isAllowed(room: Room, arrows: Arrows, target: string, tests: boolean): boolean {
  if (target === room.room || arrows.sources === '*') return true;
  return arrows.sources.includes(target) || (tests && arrows.tests.includes(target));
}

function describe(room: Room, target: string, tests: boolean): string {
  const who = tests ? `the tests of ${room.room}` : room.room;
  return `${who} may not import ${scope}${target}; the arrows are in tools/checks/src/imports/arrows.ts`;
}
