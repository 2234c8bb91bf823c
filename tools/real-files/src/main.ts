/** Runs every file on every engine and keeps what came out: node tools/real-files/dist/main.js */
import { writeFile } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import { relativeDistance } from './distance.js';
import { type EngineName, engines, runOn } from './engines.js';
import { factsOf } from './facts.js';
import { realFiles } from './files/index.js';

const rows = [];
for (const file of realFiles) {
  const graph = await file.load();
  const wanted = await file.home();
  const agreement: Partial<Record<EngineName, { distance: string; sameAnswer: boolean }>> = {};
  for (const engine of Object.keys(engines) as EngineName[]) {
    const got = await runOn(engine, graph, file.inputs);
    const sameAnswer = isDeepStrictEqual(file.answer(got), file.answer(wanted));
    agreement[engine] = { distance: relativeDistance(got, wanted).toExponential(0), sameAnswer };
  }
  const { name, source, licence, shown } = file;
  rows.push({ name, source, licence, shown, ...factsOf(graph, file), agreement });
  console.log(name, JSON.stringify(agreement));
}
const results = new URL('../results.json', import.meta.url);
await writeFile(results, `${JSON.stringify({ rows }, undefined, 2)}\n`);
