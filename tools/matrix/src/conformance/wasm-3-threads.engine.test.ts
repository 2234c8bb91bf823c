import { wasm } from '@separable/backend-wasm';
import { conformanceOf } from './conformance-of.js';

conformanceOf('wasm, 3 threads', wasm({ threads: 3 }), { random: 5000 });
