import { argumentsOfNaN, extremesWithNaN, maxPoolOfSpecials } from './extremes.js';
import { integerNorms, lrnOfSpecials, thresholdedReluOfNaN } from './decomposed.js';
import { logSoftmaxOfInfinity } from './log-softmax.js';
import { logistic } from './logistic.js';
import { meanOfNothing } from './mean-of-nothing.js';
import type { Workaround } from './workaround.js';

/** What the CPU provider of onnxruntime-web 1.30 gets wrong. */
export const cpuWorkarounds: readonly Workaround[] = [
  logistic,
  extremesWithNaN,
  maxPoolOfSpecials,
  argumentsOfNaN,
  logSoftmaxOfInfinity,
  lrnOfSpecials,
  thresholdedReluOfNaN,
  integerNorms,
  meanOfNothing,
];
