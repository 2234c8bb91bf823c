import { join } from 'node:path';
import { playwright } from '@vitest/browser-playwright';
import { defaultClientConditions, defaultServerConditions } from 'vite';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { chromiumArguments } from './src/chromium/chromium-arguments.js';
import { findChromium } from './src/chromium/find-chromium.js';
import { engines, fileNameOf, type Place } from './src/engines.js';
import { writeMeasurement, writeReport } from './src/reports/write-report.js';
import type { Extent } from './src/run-context.js';

// How much of the suite is run; `pnpm nightly` sets it.
const extent: Extent = process.env['SEPARABLE_EXTENT'] === 'whole' ? 'whole' : 'sample';
const seed = Number(process.env['SEPARABLE_SEED'] ?? 1);
const executablePath = findChromium();

/** Tests lie in every room. */
const repository = join(import.meta.dirname, '..', '..');

/** Without these two headers a page has no shared memory, and so no threads. */
const isolation = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

function conformanceFiles(place: Place): string[] {
  return engines
    .filter(({ places }) => places.includes(place))
    .map(({ name }) => `tools/matrix/src/conformance/${fileNameOf(name)}.engine.test.ts`);
}

function chromiumProject(
  name: string,
  include: string[],
  headers: Record<string, string>,
): TestProjectInlineConfiguration {
  return {
    resolve: { conditions: ['@separable/source', ...defaultClientConditions] },
    server: { headers },
    // A package found in the middle of a run would make Vite load the page anew.
    optimizeDeps: { noDiscovery: true },
    test: {
      name,
      dir: repository,
      include,
      testTimeout: 60_000,
      provide: { run: { place: 'chromium', extent, seed } },
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        provider: playwright({
          launchOptions: {
            args: [...chromiumArguments],
            ...(executablePath === undefined ? {} : { executablePath }),
          },
        }),
        instances: [{ browser: 'chromium', name: `Chromium, ${name}` }],
        commands: {
          writeReport: (_context, run) => writeReport(run),
          writeMeasurement: (_context, what, figures) => writeMeasurement(what, figures),
        },
      },
    },
  };
}

export default defineConfig({
  root: import.meta.dirname,
  test: {
    // Two pages at a time in each project.
    maxWorkers: 2,
    projects: [
      chromiumProject(
        'isolated',
        [...conformanceFiles('chromium'), '{packages,apps,tools}/*/src/**/*.page.test.ts'],
        isolation,
      ),
      chromiumProject('plain', ['{packages,apps,tools}/*/src/**/*.plain-page.test.ts'], {}),
      {
        resolve: { conditions: ['@separable/source', ...defaultServerConditions] },
        ssr: { resolve: { conditions: ['@separable/source', ...defaultServerConditions] } },
        test: {
          name: 'node',
          dir: repository,
          include: conformanceFiles('node'),
          testTimeout: 60_000,
          provide: { run: { place: 'node', extent, seed } },
        },
      },
    ],
  },
});
