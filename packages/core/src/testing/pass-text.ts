import { graphBuilder, type GraphBuilder } from '../graph/builder.js';
import { printGraph } from '../graph/print.js';
import { verifyGraph } from '../graph/verify.js';
import type { Pass, PassContext } from '../passes/pass.js';

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
