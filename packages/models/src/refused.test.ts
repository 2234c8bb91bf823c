import { expect, it } from 'vitest';
import { conformer, convNeXt, efficientNetLite, shuffleNetV1, shuffleNetV2 } from './index.js';

const weights = 'zeros';

it("options outside the papers' tables are refused", () => {
  expect(() => shuffleNetV1({ groups: 5 as 4, weights })).toThrowErrorMatchingInlineSnapshot(
    `[GraphError: ShuffleNetV1 has 1, 2, 3, 4 or 8 groups, got 5]`,
  );
  expect(() => shuffleNetV1({ groups: 4, alpha: 0.5, weights })).toThrowErrorMatchingInlineSnapshot(
    `[ShapeMismatchError: node 'stage2.unit1.shuffle' (channelShuffle of x float32 [batch, 56, 56, 34]): number of channels 34 does not divide by 4]`,
  );
  expect(() => shuffleNetV2({ alpha: 0.25 as 0.5, weights })).toThrowErrorMatchingInlineSnapshot(
    `[GraphError: ShuffleNetV2 has the widths 0.5, 1, 1.5 and 2, got 0.25]`,
  );
  expect(() => efficientNetLite({ variant: 5 as 4, weights })).toThrowErrorMatchingInlineSnapshot(
    `[GraphError: EfficientNet-Lite has the variants 0 to 4, got 5]`,
  );
  expect(() =>
    convNeXt({ size: 'toString' as 'tiny', weights }),
  ).toThrowErrorMatchingInlineSnapshot(
    `[GraphError: ConvNeXt has the sizes atto, femto, pico, nano, tiny, small, base, large, got toString]`,
  );
  expect(() => conformer({ size: 'huge' as 'large', weights })).toThrowErrorMatchingInlineSnapshot(
    `[GraphError: Conformer has the sizes small, medium, large, got huge]`,
  );
  expect(() => conformer({ channels: 30, heads: 4, weights })).toThrowErrorMatchingInlineSnapshot(
    `[GraphError: 30 channels do not divide into 4 heads]`,
  );
});
