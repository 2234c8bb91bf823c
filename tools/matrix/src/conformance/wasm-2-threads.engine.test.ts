import { wasm } from '@separable/backend-wasm';
import { conformanceOf } from './conformance-of.js';

conformanceOf('wasm, 2 threads', wasm({ threads: 2 }), { random: 5000 });
