import { Unsupported } from '../import/unsupported.js';
import type { Lowerings } from './lowering.js';

/** Blocks of pixels to channels and back. */
export const depthSpace: Lowerings = {
  DepthToSpace(node) {
    const { attributes } = node;
    const mode = attributes.string('mode', 'DCR');
    if (mode !== 'DCR' && mode !== 'CRD') throw new Unsupported(`its mode is ${mode}`);
    const options = {
      blockSize: attributes.int('blocksize'),
      order: mode === 'DCR' ? 'dcr' : 'crd',
    } as const;
    return node.fromChannelsLast(
      node.g.depthToSpace({ x: node.channelsLast(0) }, options, node.name()),
    );
  },
  SpaceToDepth(node) {
    const options = { blockSize: node.attributes.int('blocksize'), order: 'dcr' } as const;
    return node.fromChannelsLast(
      node.g.spaceToDepth({ x: node.channelsLast(0) }, options, node.name()),
    );
  },
};
