/** What no real model comes near; a file beyond it is refused before it costs time or memory. */
export const limits = {
  /** Objects and lists inside each other in model.json. */
  nesting: 256,
  /** Axes of a tensor. */
  rank: 16,
  /** Elements of a tensor of sizes that shape computations work on. */
  shapeElements: 1024,
  /** Letters of the expression that a size becomes. */
  expressionLetters: 2000,
  /** Calls of layers, those inside nested models counted at each call of the model. */
  layerCalls: 20_000,
} as const;
