import { callOf, type Expression, type Local, type ModuleBuilder } from '../encoder/index.js';
import type { VectorSite } from './vector-function.js';

/** Calls a function of four lanes that the module holds once under a key. */
export function sharedFunction(
  module: ModuleBuilder,
  key: string,
  x: Expression<'v128'>,
  body: (site: VectorSite, x: Local<'v128'>) => Expression<'v128'>,
): Expression<'v128'> {
  const callee = module.once(key, () =>
    module.define(['v128'], (f, given) => f.result(body({ module, f }, given)), 'v128'),
  );
  return callOf(callee, x);
}
