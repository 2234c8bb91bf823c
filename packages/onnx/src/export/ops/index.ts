import type { Lowering } from '../lowering.js';
import { activations } from './activations.js';
import { argExtrema } from './arg-extrema.js';
import { arithmetic } from './arithmetic.js';
import { averagePool2d } from './average-pool2d.js';
import { batchNorm } from './batch-norm.js';
import { blocks } from './blocks.js';
import { cast } from './cast.js';
import { channelShuffle } from './channel-shuffle.js';
import { clip } from './clip.js';
import { comparisons } from './comparisons.js';
import { concat } from './concat.js';
import { convTranspose2d } from './conv-transpose2d.js';
import { conv1d } from './conv1d.js';
import { conv2d } from './conv2d.js';
import { cumsum } from './cumsum.js';
import { dense } from './dense.js';
import { depthwiseConv2d } from './depthwise-conv2d.js';
import { div } from './div.js';
import { expand } from './expand.js';
import { extrema } from './extrema.js';
import { functions } from './functions.js';
import { gather } from './gather.js';
import { globalPool2d } from './global-pool2d.js';
import { groupNorm } from './group-norm.js';
import { instanceNorm } from './instance-norm.js';
import { layerNorm } from './layer-norm.js';
import { logic } from './logic.js';
import { lrn } from './lrn.js';
import { matmul } from './matmul.js';
import { maxPool2d } from './max-pool2d.js';
import { mod } from './mod.js';
import { pad } from './pad.js';
import { pointwiseConv2d } from './pointwise-conv2d.js';
import { pow } from './pow.js';
import { prelu } from './prelu.js';
import { reduceExtrema } from './reduce-extrema.js';
import { reduceProd } from './reduce-prod.js';
import { reduceSums } from './reduce-sums.js';
import { reductions } from './reductions.js';
import { relu } from './relu.js';
import { resize2d } from './resize2d.js';
import { rsqrt } from './rsqrt.js';
import { sigmoid } from './sigmoid.js';
import { slice } from './slice.js';
import { softmax } from './softmax.js';
import { split } from './split.js';
import { thresholdedRelu } from './thresholded-relu.js';
import { tile } from './tile.js';
import { topK } from './top-k.js';
import { transpose } from './transpose.js';
import { views } from './views.js';
import { where } from './where.js';

const lowerings = {
  ...activations,
  ...argExtrema,
  ...arithmetic,
  ...averagePool2d,
  ...batchNorm,
  ...blocks,
  ...cast,
  ...channelShuffle,
  ...clip,
  ...comparisons,
  ...concat,
  ...conv1d,
  ...conv2d,
  ...convTranspose2d,
  ...cumsum,
  ...dense,
  ...depthwiseConv2d,
  ...div,
  ...expand,
  ...extrema,
  ...functions,
  ...gather,
  ...globalPool2d,
  ...groupNorm,
  ...instanceNorm,
  ...layerNorm,
  ...logic,
  ...lrn,
  ...matmul,
  ...maxPool2d,
  ...mod,
  ...pad,
  ...pointwiseConv2d,
  ...pow,
  ...prelu,
  ...reduceExtrema,
  ...reduceProd,
  ...reduceSums,
  ...reductions,
  ...relu,
  ...resize2d,
  ...rsqrt,
  ...sigmoid,
  ...slice,
  ...softmax,
  ...split,
  ...thresholdedRelu,
  ...tile,
  ...topK,
  ...transpose,
  ...views,
  ...where,
};

/** Lowerings by op. An op without one is exported in the parts that its definition decomposes it into. */
export const table: ReadonlyMap<string, Lowering> = new Map(
  Object.entries(lowerings) as unknown as [string, Lowering][],
);

/** How an op of the table is exported. */
export function loweringOf(op: string): Lowering {
  return table.get(op) ?? ((node) => node.decomposed());
}
