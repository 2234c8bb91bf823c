import { allCases, type Case } from '@separable/conformance';
import { describe, expect, it } from 'vitest';
import type { Engine } from '../engines.js';
import { isChosen } from './chosen-cases.js';

const engine = (name: string, share = 1): Engine => ({ name, places: ['chromium'], share });
const chosenBy = (one: Engine): readonly Case[] => allCases().filter(isChosen(one, 'sample'));
const isHeldTo = ({ tags }: Case): boolean => tags.includes('required') && !tags.includes('random');
const groupsOf = (cases: readonly Case[]) => new Set(cases.map(({ group }) => group));

describe('isChosen', () => {
  it('takes every case of a whole run', () => {
    expect(allCases().every(isChosen(engine('slow', 0.1), 'whole'))).toBe(true);
  });

  it('takes every required case, and about a fifth of what is optional or random', () => {
    const chosen = chosenBy(engine('js'));
    expect(chosen.filter(isHeldTo)).toEqual(allCases().filter(isHeldTo));
    const others = allCases().filter((one) => !isHeldTo(one));
    const taken = chosen.filter((one) => !isHeldTo(one));
    expect(taken.length / others.length).toBeGreaterThan(0.2);
    expect(taken.length / others.length).toBeLessThan(0.5);
  });

  it('takes a share of a slow engine, some of each op, and all conduct', () => {
    const chosen = chosenBy(engine('slow', 0.1));
    expect(chosen.length / allCases().length).toBeLessThan(0.3);
    expect(groupsOf(chosen)).toEqual(groupsOf(allCases()));
    const isConduct = ({ group }: Case): boolean => group === 'lifecycle';
    expect(chosen.filter(isConduct)).toEqual(allCases().filter(isConduct));
  });

  it('takes the same sample every time, and another one for each engine', () => {
    const chosen = chosenBy(engine('slow', 0.1));
    expect(chosenBy(engine('slow', 0.1))).toEqual(chosen);
    const others = chosenBy(engine('other', 0.1)).filter((one) => !chosen.includes(one));
    expect(others.length).toBeGreaterThan(200);
  });
});
