export { externalFolder } from './external-folder.js';
