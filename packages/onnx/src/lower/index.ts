import { argExtremum } from './arg-extremum.js';
import { binary } from './binary.js';
import { branch } from './if.js';
import { cast } from './cast.js';
import { clip } from './clip.js';
import { concat } from './concat.js';
import { constant } from './constant.js';
import { convTranspose } from './conv-transpose.js';
import { conv } from './conv.js';
import { cumSum } from './cum-sum.js';
import { depthSpace } from './depth-space.js';
import { einsum } from './einsum.js';
import { expand } from './expand.js';
import { filled } from './filled.js';
import { gather } from './gather.js';
import { gemm } from './gemm.js';
import { identity } from './identity.js';
import { isInf } from './is-inf.js';
import { layerNormalization } from './layer-normalization.js';
import type { Lowerings } from './lowering.js';
import { loop } from './loop.js';
import { lrn } from './lrn.js';
import { matmul } from './matmul.js';
import { normalization } from './normalization.js';
import { oneHot } from './one-hot.js';
import { pad } from './pad.js';
import { pool } from './pool.js';
import { pow } from './pow.js';
import { prelu } from './prelu.js';
import { linear } from './quantised/linear.js';
import { microsoft } from './quantised/microsoft.js';
import { products } from './quantised/products.js';
import { gru } from './recurrent/gru.js';
import { lstm } from './recurrent/lstm.js';
import { rnn } from './recurrent/rnn.js';
import { reduce } from './reduce.js';
import { reshape } from './reshape.js';
import { resize } from './resize.js';
import { sequence } from './sequence.js';
import { shrink } from './shrink.js';
import { slice } from './slice.js';
import { softmax } from './softmax.js';
import { split } from './split.js';
import { statistics } from './statistics.js';
import { topK } from './top-k.js';
import { transpose } from './transpose.js';
import { triangle } from './triangle.js';
import { unary } from './unary.js';
import { variadic } from './variadic.js';
import { where } from './where.js';

/** Every ONNX operator that an import knows to lower. */
export const lowerings: Lowerings = {
  ...argExtremum,
  ...binary,
  ...branch,
  ...cast,
  ...clip,
  ...concat,
  ...constant,
  ...convTranspose,
  ...conv,
  ...cumSum,
  ...depthSpace,
  ...einsum,
  ...expand,
  ...filled,
  ...gather,
  ...gemm,
  ...identity,
  ...isInf,
  ...layerNormalization,
  ...loop,
  ...lrn,
  ...matmul,
  ...normalization,
  ...oneHot,
  ...pad,
  ...pool,
  ...pow,
  ...prelu,
  ...linear,
  ...microsoft,
  ...products,
  ...gru,
  ...lstm,
  ...rnn,
  ...reduce,
  ...reshape,
  ...resize,
  ...sequence,
  ...shrink,
  ...slice,
  ...softmax,
  ...split,
  ...statistics,
  ...topK,
  ...transpose,
  ...triangle,
  ...unary,
  ...variadic,
  ...where,
};
