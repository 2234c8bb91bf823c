import { findChromium } from './find-chromium.js';

// For the step of `npm test`: prints where Chromium is; exits with 3 and says how to get it when
// there is none.
try {
  const path = findChromium();
  console.log(path ?? absence());
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}

function absence(): string {
  process.exitCode = 3;
  return (
    'no Chromium was found: install Chromium or Google Chrome, name one in CHROME_PATH, ' +
    'or run `npx pnpm --filter @separable/matrix exec playwright install chromium`'
  );
}
