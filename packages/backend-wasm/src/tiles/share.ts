/** Cycles to take a unit and to enter its code. */
const unitOverhead = 400;
/** The part of a unit that threads wait for the last one, on average, when others disturb them. */
const tail = 0.05;

/** Cycles until threads that take equal units in turn have done them all. */
export function cyclesTogether(units: number, threads: number, cyclesOfUnit: number): number {
  return Math.ceil(units / threads) * (cyclesOfUnit + unitOverhead) + tail * cyclesOfUnit;
}
