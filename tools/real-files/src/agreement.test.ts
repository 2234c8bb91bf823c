import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { relativeDistance } from './distance.js';
import { runOn } from './engines.js';
import { type Facts, factsOf } from './facts.js';
import { realFiles } from './files/index.js';

interface Results {
  readonly rows: readonly (Facts & { readonly name: string })[];
}

const { rows } = JSON.parse(
  readFileSync(new URL('../results.json', import.meta.url), 'utf8'),
) as Results;

// TensorFlow.js takes seconds over these on its CPU engine; `pnpm real-files` has them.
const slow: readonly string[] = ['CenterNet', 'face description'];

describe('published networks', () => {
  const quick = realFiles.filter(({ name }) => !slow.includes(name));
  it.each(quick)('$name agrees on backend-wasm with its own engine', async (file) => {
    const wanted = await file.home();
    const got = await runOn('wasm', await file.load(), file.inputs);
    expect(relativeDistance(got, wanted)).toBeLessThan(1e-4);
    expect(file.answer(got)).toEqual(file.answer(wanted));
  });

  it.each(realFiles)('$name is what docs/models.md says of it', async (file) => {
    const row = rows.find(({ name }) => name === file.name);
    expect(row).toMatchObject(factsOf(await file.load(), file));
  });
});
