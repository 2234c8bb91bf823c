// The build for Node: it finds its files on disk and starts threads with worker_threads.
export * from 'onnxruntime-web';
