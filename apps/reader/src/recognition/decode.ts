import type { FloatTensor } from '../networks/network.js';

/** Text read from one line, and the mean probability of its characters, 0 to 1. */
export interface Reading {
  readonly text: string;
  readonly confidence: number;
}

/**
 * Decodes a network's answer greedily: the likeliest class at each step, repeats merged, blanks dropped
 * (Graves et al., "Connectionist Temporal Classification", 2006, best path decoding).
 *
 * @param answer probabilities of shape `[1, steps, classes]`
 * @param classes the text of each class; class 0 is the blank
 */
export function decode({ data, shape }: FloatTensor, classes: readonly string[]): Reading {
  const [batch, steps, count] = shape;
  if (shape.length !== 3 || batch !== 1 || steps === undefined || count !== classes.length) {
    throw new Error(
      `recognition answered with shape [${shape.join(', ')}], expected [1, steps, ${classes.length}]`,
    );
  }
  let text = '';
  let sum = 0;
  let kept = 0;
  let previous = 0;
  for (let step = 0; step < steps; step++) {
    const best = likeliest(data, step * count, count);
    if (best !== 0 && best !== previous) {
      text += classes[best]!;
      sum += data[step * count + best]!;
      kept++;
    }
    previous = best;
  }
  return { text: text.trim(), confidence: kept === 0 ? 0 : sum / kept };
}

function likeliest(data: Float32Array, start: number, count: number): number {
  let best = 0;
  for (let i = 1; i < count; i++) if (data[start + i]! > data[start + best]!) best = i;
  return best;
}
