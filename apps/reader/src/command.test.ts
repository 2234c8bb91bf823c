import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { command } from './command.js';
import type { Networks } from './networks/open-networks.js';
import { backendNames } from './networks/backends.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reader-'));
  await writeFile(join(folder, 'grey.png'), createCanvas(64, 64).toBuffer('image/png'));
  await writeFile(join(folder, 'letter.txt'), 'Dear Sir,');
});
afterAll(() => rm(folder, { recursive: true }));

/** Networks that find no text anywhere. */
function blind(): Networks & { disposed: boolean } {
  return {
    disposed: false,
    run: async (_, { shape: [, , height = 0, width = 0] }) => ({
      data: new Float32Array(height * width),
      shape: [1, 1, height, width],
    }),
    receipts: () => [],
    async [Symbol.asyncDispose]() {
      this.disposed = true;
    },
  };
}

async function run(...args: string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const networks = blind();
  const code = await command(args, {
    stdout: { write: (text) => out.push(text) },
    stderr: { write: (text) => err.push(text) },
    folder,
    open: async () => networks,
  });
  const clean = (texts: string[]): string => texts.join('').replaceAll(folder, 'FOLDER');
  return { code, out: clean(out), err: clean(err), disposed: networks.disposed };
}

describe('command', () => {
  it('reads a picture, tells the phases, draws and lets go of the networks', async () => {
    const { code, out, err, disposed } = await run('--image', 'grey.png', '--output', 'a/read.png');
    expect(code).toBe(0);
    expect(out).toContain('grey.png (64 × 64)\n\nno text found\n');
    expect(out).toContain(`drawn: ${join('a', 'read.png')}`);
    expect(err).toMatchInlineSnapshot(`
      "loading two networks for backend js …
      looking for lines of text in grey.png …
      drawing the result …
      "
    `);
    expect(disposed).toBe(true);
    const png = await readFile(join(folder, 'a', 'read.png'));
    expect(png.toString('latin1', 1, 4)).toBe('PNG');
  });

  it('prints one JSON object on request', async () => {
    const { out } = await run('--image', 'grey.png', '--output', 'read.png', '--json');
    expect(JSON.parse(out)).toEqual({
      image: 'grey.png',
      size: { width: 64, height: 64 },
      lines: [],
      receipt: [],
      drawing: 'read.png',
    });
  });

  it('prints help', async () => {
    const { code, out } = await run('--help');
    expect(code).toBe(0);
    expect(out).toContain('Example:');
  });

  it('exits with 2 on a wrong command line', async () => {
    const { code, out, err } = await run('--backend', 'cuda');
    expect([code, out]).toEqual([2, '']);
    expect(err.replace(backendNames.join(', '), '…')).toMatchInlineSnapshot(`
      "unknown backend 'cuda'; expected one of: …
      See npm start -- --help
      "
    `);
  });

  it('exits with 1 when the picture is none, before any network is loaded', async () => {
    const { code, err } = await run('--image', 'letter.txt');
    expect(code).toBe(1);
    expect(err).toMatchInlineSnapshot(`
      "FOLDER/letter.txt is not a picture: expected PNG, JPEG, WebP, found a file that begins with bytes 44 65 61 72 20 53 69 72
      "
    `);
  });

  it('exits with 1 when the drawing cannot be written', async () => {
    const { code, err } = await run('--image', 'grey.png', '--output', 'letter.txt/read.png');
    expect(code).toBe(1);
    expect(err).toContain('the drawing cannot be written to FOLDER/letter.txt/read.png: ');
  });
});
