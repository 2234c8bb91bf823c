import type { ErrorCode, Graph, TensorMap } from '@separable/core';
import type { Scenario } from './scenario.js';

/**
 * What a case asks for.
 *
 * - `required`: every backend is held to it; `optional`: a backend may lack it;
 * - `edge`: NaN, infinities, denormals, extreme numbers; `zeroSize`: a dimension of extent 0;
 * - `symbolic`: the graph keeps symbols; `dynamicWeights`: filters come as inputs;
 * - `lifecycle`, `error`, `network`, `random`: what the group of that kind is about.
 */
export type Tag =
  | 'required'
  | 'optional'
  | 'edge'
  | 'zeroSize'
  | 'symbolic'
  | 'dynamicWeights'
  | 'lifecycle'
  | 'error'
  | 'network'
  | 'random';

interface CaseBase {
  /** `group/what`, unique in the suite and stable from release to release. */
  readonly id: string;
  /** The op, or `lifecycle`, `errors`, `networks`, … */
  readonly group: string;
  readonly tags: readonly Tag[];
  readonly seed: number;
}

/** A graph and inputs whose outputs are compared with the oracle's. */
export interface ComputeCase extends CaseBase {
  readonly kind: 'compute';
  /** Makes the same every time. */
  build(): { readonly graph: Graph; readonly inputs: TensorMap };
  /** Where the oracle's zero is exact, its sign must agree too. */
  readonly signedZero?: boolean;
  /** The run must reject with an error of this code. */
  readonly rejects?: ErrorCode;
}

/** Conduct that outputs alone do not show: disposal, concurrency, errors. */
export interface ScenarioCase extends CaseBase {
  readonly kind: 'scenario';
  readonly scenario: Scenario;
}

export type Case = ComputeCase | ScenarioCase;
