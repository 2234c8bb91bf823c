/** `TensorProto.DataType` by name. */
export const elementTypes = {
  undefined: 0,
  float: 1,
  uint8: 2,
  int8: 3,
  uint16: 4,
  int16: 5,
  int32: 6,
  int64: 7,
  string: 8,
  bool: 9,
  float16: 10,
  double: 11,
  uint32: 12,
  uint64: 13,
  complex64: 14,
  complex128: 15,
  bfloat16: 16,
  float8e4m3fn: 17,
  float8e4m3fnuz: 18,
  float8e5m2: 19,
  float8e5m2fnuz: 20,
  uint4: 21,
  int4: 22,
  float4e2m1: 23,
} as const;

export type ElementTypeName = keyof typeof elementTypes;

const names = new Map(Object.entries(elementTypes).map(([name, value]) => [value as number, name]));

/** The name of an element type, or its number when the schema of this package does not know it. */
export function elementTypeName(type: number): string {
  return names.get(type) ?? `element type ${type}`;
}
