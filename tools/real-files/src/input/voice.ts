import { type Tensor, tensor } from '@separable/core';

const rate = 16_000;
const pitch = 120;
/** Frequencies and widths in Hz of a closed vowel, after Peterson and Barney (1952). */
const formants = [
  [270, 60],
  [2290, 100],
  [3010, 150],
] as const;

/** A sung vowel with some breath in it: trembling pulses through three resonances, at 16 kHz. */
export function voice(samples: number): Tensor {
  let state = 1;
  const breath = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 31 - 1;
  };
  const wave = (hertz: number, i: number): number => Math.sin((2 * Math.PI * hertz * i) / rate);
  let phase = 0;
  let sound: Float64Array = Float64Array.from({ length: samples }, (_, i) => {
    phase += (pitch * (1 + 0.1 * wave(4, i))) / rate;
    const pulse = phase >= 1 ? 1 + 0.5 * wave(5, i) : 0;
    phase %= 1;
    return pulse + 0.02 * breath();
  });
  for (const [frequency, width] of formants) sound = resonated(sound, frequency, width);
  const loudest = sound.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return tensor(
    'float32',
    [1, samples],
    Float32Array.from(sound, (v) => (0.5 * v) / loudest),
  );
}

/** Klatt's two-pole resonator. */
function resonated(x: Float64Array, frequency: number, width: number): Float64Array {
  const radius = Math.exp((-Math.PI * width) / rate);
  const [b, c] = [2 * radius * Math.cos((2 * Math.PI * frequency) / rate), -radius * radius];
  const y = new Float64Array(x.length);
  for (let i = 0; i < x.length; i++) {
    y[i] = (1 - b - c) * x[i]! + b * (y[i - 1] ?? 0) + c * (y[i - 2] ?? 0);
  }
  return y;
}
