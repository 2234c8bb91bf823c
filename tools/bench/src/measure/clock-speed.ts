/** Cycles from one product of a chain to the next, on every x86-64 and ARM64 core of the last ten years. */
const latencyOfMultiplication = 3;

/**
 * The core's clock in Hz while it is busy, from a chain of 32-bit products in which each waits for the
 * one before. An estimate: good to a few percent on a quiet machine.
 *
 * Source: A. Fog, "Instruction tables", IMUL r32.
 */
export function clockSpeed(): number {
  const rounds = 100_000;
  let best = Infinity;
  let x = 1;
  for (let attempt = 0; attempt < 100; attempt++) {
    const start = performance.now();
    x = chain(rounds, x);
    best = Math.min(best, performance.now() - start);
  }
  // Odd numbers have odd products; asking keeps compilers from leaving the work out.
  return x === 0 ? 0 : (rounds * 8 * latencyOfMultiplication * 1000) / best;
}

function chain(rounds: number, seed: number): number {
  let x = seed + 2;
  for (let i = 0; i < rounds; i++) {
    x = Math.imul(x, x);
    x = Math.imul(x, x);
    x = Math.imul(x, x);
    x = Math.imul(x, x);
    x = Math.imul(x, x);
    x = Math.imul(x, x);
    x = Math.imul(x, x);
    x = Math.imul(x, x);
  }
  return x;
}
