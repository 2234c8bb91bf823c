/** Why one node has no form in ONNX; an export collects these. */
export class Inexpressible extends Error {}
