/**
 * What a model may ask for. Each bound stands far above real models and far below what would take long
 * or exhaust memory or the stack.
 */
export const limits = {
  /** Objects and lists inside each other in model.json. */
  nesting: 256,
  /** Axes of a tensor. */
  rank: 16,
  /** Elements of a tensor that shape computations work on, and parts that a value is taken apart into. */
  elements: 1024,
  /** Elements that all shape computations together make out of open sizes. */
  openSizes: 50_000,
  /** Letters of the expression that a size becomes; arithmetic on a longer one takes long. */
  expressionLetters: 512,
  /** Calls of layers, those inside nested models counted at each call of the model. */
  layerCalls: 20_000,
} as const;
