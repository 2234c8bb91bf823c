export { type Departure, departures } from './departures.js';
export type * from './options.js';
export { ort } from './provider.js';
