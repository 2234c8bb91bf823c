import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { GlobalFonts } from '@napi-rs/canvas';

const require = createRequire(import.meta.url);
/** Noto Sans SC: Latin, Cyrillic and 6,550 of the 6,623 characters that the network can read, any weight. */
const font = dirname(require.resolve('@fontsource-variable/noto-sans-sc/package.json'));

/** The font comes as a hundred files, each for some characters, as a browser would fetch them. */
interface FontFile {
  readonly key: string;
  readonly ranges: readonly (readonly [number, number])[];
}

let catalogue: readonly FontFile[] | undefined;
const loaded = new Map<string, string>();

/**
 * A font family list that draws all characters of a text, loading the font files it needs.
 *
 * @example
 * ```ts
 * context.font = `600 20px ${familyFor('Tea 茶')}`;
 * ```
 */
export function familyFor(text: string): string {
  catalogue ??= readCatalogue();
  const families = new Set([load('latin')]);
  for (const character of text) {
    const code = character.codePointAt(0)!;
    const file = catalogue.find(({ ranges }) =>
      ranges.some(([from, to]) => from <= code && code <= to),
    );
    if (file !== undefined) families.add(load(file.key));
  }
  return [...families].join(', ');
}

function load(key: string): string {
  const known = loaded.get(key);
  if (known !== undefined) return known;
  const family = `reader-${key.replaceAll(/[[\]]/g, '')}`;
  const file = `noto-sans-sc-${key.replaceAll(/[[\]]/g, '')}-wght-normal.woff2`;
  GlobalFonts.registerFromPath(join(font, 'files', file), family);
  loaded.set(key, `"${family}"`);
  return `"${family}"`;
}

/** `unicode.json` gives each file's characters as in CSS: `U+0041,U+4e00-4e2d`. */
function readCatalogue(): FontFile[] {
  const text = readFileSync(join(font, 'unicode.json'), 'utf8');
  const ranges = (list: string): [number, number][] =>
    list.split(',').map((range) => {
      const [from, to] = range.replace('U+', '').split('-');
      return [parseInt(from!, 16), parseInt(to ?? from!, 16)];
    });
  // Latin comes last in the file; first here, as nearly every character is found there.
  return Object.entries(JSON.parse(text) as Record<string, string>)
    .map(([key, list]) => ({ key, ranges: ranges(list) }))
    .reverse();
}
