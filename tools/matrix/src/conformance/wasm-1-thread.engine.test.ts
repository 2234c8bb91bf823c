import { wasm } from '@separable/backend-wasm';
import { conformanceOf } from './conformance-of.js';

conformanceOf('wasm, 1 thread', wasm({ threads: 1 }), { random: 5000 });
