import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright';

const commands = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const applications = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * The Chromium or Chrome to test in: what `CHROME_PATH` names, one that is installed on this
 * machine, or the one that `npx playwright install chromium` brings.
 *
 * @returns nothing when there is none
 * @throws Error when `CHROME_PATH` names no program
 */
export function findChromium(
  environment: Readonly<Record<string, string | undefined>> = process.env,
  isProgram: (path: string) => boolean = isExecutable,
): string | undefined {
  const named = environment['CHROME_PATH'];
  if (named !== undefined && named !== '') {
    if (isProgram(named)) return named;
    throw new Error(`CHROME_PATH names ${named}, which is no program that can be run`);
  }
  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = folders.flatMap((folder) => commands.map((command) => join(folder, command)));
  return [...onPath, '/usr/bin/chromium', ...applications, chromium.executablePath()].find(
    isProgram,
  );
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
