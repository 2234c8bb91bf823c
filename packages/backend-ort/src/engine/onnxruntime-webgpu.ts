// The native WebGPU provider, which also has WebNN; the JSEP build in the main entry is deprecated.
export * from 'onnxruntime-web/webgpu';
