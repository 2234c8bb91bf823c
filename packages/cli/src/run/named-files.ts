import { type Graph, shapeText, typeOf } from '@separable/core';
import { UsageError } from '../errors.js';

/**
 * Reads `--input NAME=FILE` for every input of a graph; a graph of one input takes `FILE` alone.
 *
 * @throws UsageError naming what is missing, unknown or given twice
 */
export function namedFiles(given: readonly string[], graph: Graph): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const hint = `the model takes ${graph.inputs.map((name) => inputText(graph, name)).join(', ')}`;
  for (const text of given) {
    const [name, file] = split(text, graph);
    if (!graph.inputs.includes(name))
      throw new UsageError(`--input: there is no input '${name}'`, { hint });
    if (files.has(name)) throw new UsageError(`--input: '${name}' was given twice`);
    if (file === '') throw new UsageError(`--input ${text}: a file is needed after the =`);
    files.set(name, file);
  }
  const missing = graph.inputs.filter((name) => !files.has(name));
  if (missing.length > 0) {
    const options = missing.map((name) => `--input ${name}=FILE`).join(' ');
    throw new UsageError(`these inputs are missing: ${options}`, { hint });
  }
  return files;
}

/** The input's name may itself hold a `=`, so the names decide. */
function split(text: string, { inputs }: Graph): readonly [name: string, file: string] {
  const known = inputs.find((name) => text.startsWith(`${name}=`));
  if (known !== undefined) return [known, text.slice(known.length + 1)];
  const at = text.indexOf('=');
  if (at < 0 && inputs.length === 1) return [inputs[0]!, text];
  if (at < 0)
    throw new UsageError(`--input ${text}: expected NAME=FILE`, {
      hint: `inputs: ${inputs.join(', ')}`,
    });
  return [text.slice(0, at), text.slice(at + 1)];
}

/** `x: float32 [1, 3, H, W]`. */
function inputText(graph: Graph, name: string): string {
  const { dtype, shape } = typeOf(graph, name);
  return `${name}: ${dtype} ${shapeText(shape)}`;
}
