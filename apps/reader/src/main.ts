import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SeparableError } from '@separable/core';
import { drawReading } from './drawing/draw-reading.js';
import { PictureError, UsageError } from './errors.js';
import { recognitionClasses } from './models.js';
import { backendNames } from './networks/backends.js';
import { openNetworks } from './networks/open-networks.js';
import { helpText, type Options, parseOptions } from './options.js';
import { loadPicture } from './picture/load-picture.js';
import { type Progress, progressOn } from './progress.js';
import { readText } from './read-text.js';
import { type Report, printReport } from './report.js';

const app = join(dirname(fileURLToPath(import.meta.url)), '..');
/** npm runs scripts in the repository's root, but a person means files from where they stand. */
const here = process.env['INIT_CWD'] ?? process.cwd();

async function main(args: readonly string[]): Promise<number> {
  const progress = progressOn(process.stderr);
  try {
    const options = parseOptions(args, backendNames);
    if (options.help) {
      process.stdout.write(helpText(backendNames));
      return 0;
    }
    const report = await read(options, progress);
    progress.end();
    process.stdout.write(
      options.json ? `${JSON.stringify(report, undefined, 2)}\n` : printReport(report),
    );
    return 0;
  } catch (error) {
    progress.end();
    return complain(error);
  }
}

async function read(options: Options, progress: Progress): Promise<Report> {
  const image =
    options.image === undefined ? join(app, 'sample', 'notice.jpg') : resolve(here, options.image);
  const picture = await loadPicture(image);

  progress.phase(`loading two networks for backend ${options.backend}`);
  await using networks = await openNetworks(options.backend);

  const lines = await readText(picture, networks.run, await recognitionClasses(), {
    detecting: () => progress.phase(`looking for lines of text in ${basename(image)}`),
    recognising: (line, of) => {
      if (line === 1) progress.phase('recognising lines');
      progress.step(line, of);
    },
  });

  progress.phase('drawing the result');
  const drawing =
    options.output === undefined ? defaultOutput(image) : resolve(here, options.output);
  await save(drawing, await drawReading(picture, lines, basename(image)));
  return {
    image: shown(image),
    size: { width: picture.width, height: picture.height },
    lines,
    receipt: networks.receipts(),
    drawing: shown(drawing),
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
function shown(file: string): string {
  const path = relative(here, file);
  return path.startsWith('..') ? file : path;
}

function complain(error: unknown): number {
  if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\nSee npm start -- --help\n`);
    return 2;
  }
  if (!(error instanceof Error)) throw error;
  // What the program foresees says enough; anything else is a bug, so its stack helps.
  const foreseen = error instanceof PictureError || error instanceof SeparableError;
  process.stderr.write(`${foreseen ? error.message : error.stack}\n`);
  return 1;
}

process.exitCode = await main(process.argv.slice(2));
