import type { DType } from '../data/dtype.js';
import { graphBuilder } from '../graph/builder.js';
import type { GraphCost } from '../cost/graph-cost.js';
import { graphCost } from '../cost/graph-cost.js';
import type { Graph } from '../graph/graph.js';
import { decomposeGraph } from './decompose-graph.js';
import type { Shape } from '../shape/shape.js';
