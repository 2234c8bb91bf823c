import { js } from '@separable/backend-js';
import { conformanceOf } from './conformance-of.js';

conformanceOf('js', js());
