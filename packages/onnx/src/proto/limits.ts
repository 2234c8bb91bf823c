/**
 * What a file may ask for. Each bound stands far above real models and far below what would
 * exhaust memory or the stack: the largest public exports have some 10^5 nodes and nest 6 deep.
 */
export const limits = {
  /** Messages inside messages; protobuf's own default. */
  depth: 100,
  /** Messages in one file. An empty node takes 2 bytes in the file and a hundred in memory. */
  messages: 400_000,
  /** Elements that shape computations make out of open sizes. Large transformers need some 10^4. */
  shapeElements: 50_000,
  /** Nodes that bodies of loops and branches come to, each counted once an iteration. */
  unrolledNodes: 50_000,
  /** Calls of functions inside each other. */
  calls: 32,
  /** Letters of one size expression; arithmetic on a longer one takes long. */
  expressionLetters: 512,
  /** Dimensions of one tensor. */
  rank: 32,
} as const;
