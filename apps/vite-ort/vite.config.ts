import { defineConfig } from 'vite';

// Pages get threads only with these headers, in production as well.
const headers = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

export default defineConfig({
  // Bundled in advance, onnxruntime-web would look for its .wasm file in Vite's cache.
  optimizeDeps: { exclude: ['onnxruntime-web'] },
  server: { headers },
  preview: { headers },
});
