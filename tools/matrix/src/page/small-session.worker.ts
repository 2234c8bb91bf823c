import { smallSession } from './small-session.js';

// A dedicated worker that runs one session and sends what came out.
postMessage(await smallSession());
