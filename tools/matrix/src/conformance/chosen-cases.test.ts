import { allCases } from '@separable/conformance';
import { describe, expect, it } from 'vitest';
import { isChosen } from './chosen-cases.js';

const chosenBy = (engine: string): ReadonlySet<string> =>
  new Set(
    allCases()
      .filter(isChosen(engine, 'sample'))
      .map(({ id }) => id),
  );

describe('isChosen', () => {
  it('takes every case of a whole run', () => {
    expect(allCases().every(isChosen('js', 'whole'))).toBe(true);
  });

  it('takes every required case, and about a fifth of what is optional or random', () => {
    const chosen = chosenBy('js');
    const others = allCases().filter(
      ({ tags }) => !tags.includes('required') || tags.includes('random'),
    );
    const taken = others.filter(({ id }) => chosen.has(id));
    expect(chosen.size - taken.length).toBe(allCases().length - others.length);
    expect(taken.length / others.length).toBeGreaterThan(0.15);
    expect(taken.length / others.length).toBeLessThan(0.25);
  });

  it('takes the same sample every time, and another one for each engine', () => {
    const [js, again, other] = [chosenBy('js'), chosenBy('js'), chosenBy('other')];
    expect(again).toEqual(js);
    expect([...other].filter((id) => !js.has(id)).length).toBeGreaterThan(50);
  });
});
