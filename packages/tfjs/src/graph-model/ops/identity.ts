import type { Operand } from '../operand.js';
import type { OpLowering, OpLowerings } from './op-lowering.js';

/** The operand itself, in whatever form it has. */
const same: OpLowering = (node): Operand => node.operand(0);

/** Operators that hand their operand on. */
export const identity: OpLowerings = {
  CheckNumerics: same,
  Identity: same,
  IdentityN: (node) => Array.from({ length: node.count }, (_, i) => node.operand(i)),
  PreventGradient: same,
  Snapshot: same,
  StopGradient: same,
};
