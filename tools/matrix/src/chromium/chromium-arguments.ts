/**
 * Chromium's command line. Graphics run in software (SwiftShader), so that every machine, with a
 * graphics card or without, runs the same code; a page may use WebGPU there.
 */
export const chromiumArguments: readonly string[] = [
  '--no-sandbox',
  '--disable-background-networking',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--enable-unsafe-webgpu',
  '--use-webgpu-adapter=swiftshader',
  '--enable-features=Vulkan',
];
