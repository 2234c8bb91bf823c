/** Cases of `@separable/conformance` that an engine computes otherwise. */
export interface Departure {
  /** The id of a case, or the beginning of several. */
  readonly id: string;
  readonly reason: string;
}

const resize =
  'before the first pixel Resize adds the second with a weight of 0, and 0 · ∞ and 0 · NaN are NaN';

/**
 * What onnxruntime-web 1.30 computes otherwise than the op table says, where no lowering of
 * reasonable cost brings it right: by provider, in the form in which `registerConformance` takes
 * expected failures.
 *
 * @example
 * ```ts
 * import { departures } from '@separable/backend-ort';
 * console.log(departures['ort:wasm']?.map(({ id }) => id)); // [ 'resize2d/bilinear, NaN', … ]
 * ```
 */
export const departures: Readonly<Record<string, readonly Departure[]>> = {
  'ort:wasm': [
    { id: 'resize2d/bilinear, NaN', reason: resize },
    { id: 'resize2d/bilinear, infinities', reason: resize },
  ],
};
