import { graphBuilder, type GraphBuilder } from '../src/graph/builder.js';
import { printGraph } from '../src/graph/print.js';
import { verifyGraph } from '../src/graph/verify.js';
import type { Pass, PassContext } from '../src/passes/pass.js';

/** The printed graph after a pass; before and after are verified. */
export async function textAfter(
  pass: Pass,
  build: (g: GraphBuilder) => void,
  context: PassContext = {},
): Promise<string> {
  const g = graphBuilder('g');
  build(g);
  return printGraph(verifyGraph(await pass.run(verifyGraph(g.build()), context)));
}
