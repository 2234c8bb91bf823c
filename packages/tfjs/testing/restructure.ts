import type { Random } from './random.js';

type Container = Record<string, unknown> | unknown[];

/** An entry somewhere in a value of JSON. */
interface Place {
  readonly container: Container;
  readonly key: string;
}

function placesIn(root: unknown): Place[] {
  const places: Place[] = [];
  const open: unknown[] = [root];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next !== 'object' || next === null) continue;
    for (const key of Object.keys(next)) {
      places.push({ container: next as Container, key });
      open.push((next as Record<string, unknown>)[key]);
    }
  }
  return places;
}

const read = ({ container, key }: Place): unknown => (container as Record<string, unknown>)[key];

function write({ container, key }: Place, value: unknown): void {
  (container as Record<string, unknown>)[key] = value;
}

const hostile: readonly unknown[] = [
  null,
  true,
  -1,
  0,
  1,
  2.5,
  7,
  255,
  65_536,
  1e9,
  2 ** 31,
  2 ** 53,
  -(2 ** 53),
  1e308,
  '',
  'x',
  '../x',
  '%2e%2e/x',
  'http://x/y',
  'constructor',
  'toString',
  'Sequential',
  'InputLayer',
  'Conv2D',
  'Dense',
  'Reshape',
  'channels_first',
  'same',
  'float16',
  'uint8',
  'string',
  'NHWC',
  [],
  {},
  [[]],
  [1, 2, 3, 4],
  [1e9, 1e9, 1e9],
  [null, 1e15],
  [['x', 0, 0, {}]],
];

type Mutation = (root: unknown, places: readonly Place[], random: Random) => void;

const mutations: readonly Mutation[] = [
  function replace(_, places, random) {
    write(random.of(places), structuredClone(random.of(hostile)));
  },
  function remove(_, places, random) {
    const { container, key } = random.of(places);
    if (Array.isArray(container)) container.splice(Number(key), 1);
    else delete container[key];
  },
  function copyValue(_, places, random) {
    const [from, to] = [random.of(places), random.of(places)];
    const value = read(from);
    // A large part copied into itself makes files large and nothing new.
    if (JSON.stringify(value).length < 4000) write(to, structuredClone(value));
  },
  function swap(_, places, random) {
    const alike = places.filter((place) => typeof read(place) === 'string');
    if (alike.length < 2) return;
    const [a, b] = [random.of(alike), random.of(alike)];
    const value = read(a);
    write(a, read(b));
    write(b, value);
  },
  function repeatEntry(_, places, random) {
    const inLists = places.filter(({ container }) => Array.isArray(container));
    if (inLists.length === 0) return;
    const { container, key } = random.of(inLists);
    const list = container as unknown[];
    list.splice(random.below(list.length), 0, structuredClone(list[Number(key)]));
  },
  function renameKey(_, places, random) {
    const inObjects = places.filter(({ container }) => !Array.isArray(container));
    const { container, key } = random.of(inObjects);
    const object = container as Record<string, unknown>;
    const name = random.of([
      '__proto__',
      'constructor',
      'toString',
      'name',
      'config',
      'shape',
      key.toUpperCase(),
    ]);
    Object.defineProperty(object, name, {
      value: object[key],
      enumerable: true,
      configurable: true,
      writable: true,
    });
    delete object[key];
  },
  function nest(_, places, random) {
    const place = random.of(places);
    let value = read(place);
    for (let i = random.below(8) > 0 ? 3 : 400; i > 0; i--) value = [value];
    write(place, value);
  },
];

/** Sound JSON of a senseless model: one of the seeds with one to three of its parts changed. */
export function restructure(seeds: readonly string[], random: Random): string {
  const root = JSON.parse(random.of(seeds)) as { readonly modelTopology: unknown };
  // Mostly what the import reads last: little gets past a manifest that is wrong.
  const part = random.below(4) === 0 ? root : root.modelTopology;
  for (let i = random.below(3); i >= 0; i--) {
    const places = placesIn(part);
    if (places.length > 0) random.of(mutations)(part, places, random);
  }
  return JSON.stringify(root);
}
