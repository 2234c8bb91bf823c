import type { Json } from './json.js';
import { errorAt, quote } from './place.js';

/**
 * The path of a shard beside model.json. Whatever could lead elsewhere on any system or in a URL is
 * refused rather than resolved.
 *
 * @throws ImportError
 */
export function shardPath(json: Json): string {
  const path = json.text();
  const parts = path.split('/').filter((part) => part !== '.');
  const control = [...path].some((letter) => letter.charCodeAt(0) < 0x20);
  const outside = parts.some((part) => part === '' || /^\.\.?$/.test(decoded(part)));
  if (outside || control || parts.length === 0 || /[\\:?#]|%2f|%5c/i.test(path)) {
    const text = `a shard must be a path inside the model's folder, got ${quote(path)}`;
    throw errorAt(json.place, text);
  }
  return parts.join('/');
}

/** A part with `%2e` as the dot that URLs read it as. */
function decoded(part: string): string {
  return part.replaceAll(/%2e/gi, '.');
}
