import { type Dim, type Shape, shapeText } from '@separable/core';
import { UsageError } from '../errors.js';

/** The order of an input's axes. */
export type Layout = 'nhwc' | 'nchw';

export const layouts: readonly Layout[] = ['nhwc', 'nchw'];

/** How a picture lies in an input: order of axes, channels, and the sizes the input asks for. */
export interface Placing {
  readonly layout: Layout;
  readonly channels: 1 | 3;
  /** Undefined where the input takes any. */
  readonly height: number | undefined;
  readonly width: number | undefined;
}

const channelAxis = { nhwc: 3, nchw: 1 } as const;
const rowAxis = { nhwc: 1, nchw: 2 } as const;

/**
 * Where an input keeps its channels: on the axis of extent 3, or else of extent 1 for a grey picture.
 *
 * @param forced the user's word, for an input that shows it on no axis or on both
 * @throws UsageError when the input takes no picture or does not say how
 */
export function placingIn(input: string, shape: Shape, forced?: Layout): Placing {
  const asked = `input '${input}' of shape ${shapeText(shape)}`;
  if (shape.length !== 4) throw new UsageError(`${asked} takes no picture: it needs four axes`);
  if (isOtherNumber(shape[0]!, [1]))
    throw new UsageError(`${asked} takes no single picture: its batch is ${shape[0]}`);
  const layout = forced ?? detect(shape);
  if (layout === undefined) {
    throw new UsageError(`${asked} does not show where its channels are`, {
      hint: `--layout ${layouts.join(' or ')} says it`,
    });
  }
  const channels = shape[channelAxis[layout]]!;
  if (isOtherNumber(channels, [1, 3])) {
    throw new UsageError(
      `${asked} takes no picture: it has ${channels} channels as ${layout}, a picture has 1 or 3`,
    );
  }
  const [height, width] = [shape[rowAxis[layout]], shape[rowAxis[layout] + 1]];
  return {
    layout,
    channels: channels === 1 ? 1 : 3,
    height: typeof height === 'number' ? height : undefined,
    width: typeof width === 'number' ? width : undefined,
  };
}

function detect(shape: Shape): Layout | undefined {
  for (const channels of [3, 1]) {
    const fitting = layouts.filter((layout) => shape[channelAxis[layout]] === channels);
    if (fitting.length > 0) return fitting.length === 1 ? fitting[0] : undefined;
  }
  return undefined;
}

function isOtherNumber(extent: Dim, wanted: readonly number[]): boolean {
  return typeof extent === 'number' && !wanted.includes(extent);
}
