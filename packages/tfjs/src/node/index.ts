export { modelFolder } from './model-folder.js';
