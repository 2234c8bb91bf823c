export { js } from './provider.js';
