import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SeparableError } from '@separable/core';
import { compareEngines } from './compare/compare-engines.js';
import { printComparison } from './compare/print-comparison.js';
import { drawReading } from './drawing/draw-reading.js';
import { PictureError, UsageError } from './errors.js';
import { recognitionClasses } from './models.js';
import { backendNames } from './networks/backends.js';
import { type Networks, openNetworks } from './networks/open-networks.js';
import { helpText, type Options, parseOptions } from './options.js';
import { loadPicture } from './picture/load-picture.js';
import { type Progress, progressOn, type ProgressStream } from './progress.js';
import { readText } from './read-text.js';
import { printReport, type Report } from './report.js';

const app = join(dirname(fileURLToPath(import.meta.url)), '..');

/** What the command touches besides files; the process's own unless given. */
export interface Surroundings {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: ProgressStream;
  /** Where relative paths start. */
  readonly folder: string;
  readonly open: (backend: string) => Promise<Networks>;
}

const ownSurroundings: Surroundings = {
  stdout: process.stdout,
  stderr: process.stderr,
  // npm runs scripts in the repository's root, but a person means files from where they stand.
  folder: process.env['INIT_CWD'] ?? process.cwd(),
  open: openNetworks,
};

/**
 * Reads the picture that the command line names, prints what it says and draws it; or reads it on several
 * backends and compares them.
 *
 * @returns the exit code: 0 read, 1 no picture there or something failed, 2 a wrong command line
 */
export async function command(
  args: readonly string[],
  surroundings: Surroundings = ownSurroundings,
): Promise<number> {
  const { stdout, stderr } = surroundings;
  const progress = progressOn(stderr);
  try {
    const options = parseOptions(args, backendNames);
    if (options.help) {
      stdout.write(helpText(backendNames));
      return 0;
    }
    stdout.write(await (options.compare ? compare : report)(options, progress, surroundings));
    return 0;
  } catch (error) {
    progress.end();
    stderr.write(`${complaint(error)}\n`);
    return error instanceof UsageError ? 2 : 1;
  }
}

async function report(
  options: Options,
  progress: Progress,
  surroundings: Surroundings,
): Promise<string> {
  const read = await readPicture(options, progress, surroundings);
  progress.end();
  return options.json ? jsonText(read) : printReport(read);
}

async function compare(
  { image, compare: backends, json }: Options,
  progress: Progress,
  { folder, open }: Surroundings,
): Promise<string> {
  const file = pictureFile(image, folder);
  const picture = await loadPicture(file);
  const classes = await recognitionClasses();
  const engines = await compareEngines(picture, backends ?? [], open, classes, {
    opening: (backend) => progress.phase(`loading two networks for backend ${backend}`),
    detecting: () => progress.phase('looking for lines of text'),
    recognising: (line, of) => {
      if (line === 1) progress.phase('recognising lines');
      progress.step(line, of);
    },
  });
  progress.end();
  return json ? jsonText(engines) : printComparison(shown(file, folder), engines);
}

function jsonText(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

function pictureFile(image: string | undefined, folder: string): string {
  return image === undefined ? join(app, 'sample', 'notice.jpg') : resolve(folder, image);
}

async function readPicture(
  { image, backend, output }: Options,
  progress: Progress,
  { folder, open }: Surroundings,
): Promise<Report> {
  const file = pictureFile(image, folder);
  const drawing = output === undefined ? defaultOutput(file) : resolve(folder, output);
  const picture = await loadPicture(file);

  progress.phase(`loading two networks for backend ${backend}`);
  await using networks = await open(backend);
  const lines = await readText(picture, networks.run, await recognitionClasses(), {
    detecting: () => progress.phase(`looking for lines of text in ${basename(file)}`),
    recognising: (line, of) => {
      if (line === 1) progress.phase('recognising lines');
      progress.step(line, of);
    },
  });

  progress.phase('drawing the result');
  await save(drawing, await drawReading(picture, lines, basename(file)));
  return {
    image: shown(file, folder),
    size: { width: picture.width, height: picture.height },
    lines,
    receipt: networks.receipts(),
    drawing: shown(drawing, folder),
  };
}

function defaultOutput(image: string): string {
  return join(app, 'out', `${basename(image, extname(image))}-read.png`);
}

async function save(file: string, png: Buffer): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, png);
  } catch (cause) {
    const reason = String((cause as NodeJS.ErrnoException).code ?? cause);
    throw new PictureError(`the drawing cannot be written to ${file}: ${reason}`, { cause });
  }
}

/** The path from where the person stands, unless that climbs out. */
function shown(file: string, folder: string): string {
  const path = relative(folder, file);
  return path.startsWith('..') ? file : path;
}

/** What is foreseen says enough; anything else is a bug, so its stack helps. */
function complaint(error: unknown): string {
  if (error instanceof UsageError) return `${error.message}\nSee npm start -- --help`;
  if (error instanceof PictureError || error instanceof SeparableError) return error.message;
  return error instanceof Error ? String(error.stack) : String(error);
}
