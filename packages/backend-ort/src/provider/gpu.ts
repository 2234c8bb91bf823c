/** The part of WebGPU that is used here; TypeScript's DOM library does not have it yet. */
export interface GpuAdapter {
  readonly features: ReadonlySet<string>;
  readonly limits: Readonly<Record<string, number>>;
  readonly info: {
    readonly vendor: string;
    readonly architecture: string;
    readonly description: string;
    readonly isFallbackAdapter?: boolean;
  };
  requestDevice(descriptor: {
    readonly requiredFeatures: readonly string[];
    readonly requiredLimits: Readonly<Record<string, number>>;
  }): Promise<GpuDevice>;
}

export interface GpuDevice {
  readonly lost: Promise<{ readonly reason?: string; readonly message: string }>;
  destroy(): void;
}

interface Gpu {
  requestAdapter(options: { readonly powerPreference?: string }): Promise<GpuAdapter | null>;
}

/** A GPU, or the reason why there is none. */
export async function adapterOf(wish: {
  readonly powerPreference?: string;
}): Promise<GpuAdapter | string> {
  const { navigator } = globalThis as { navigator?: { readonly gpu?: Gpu } };
  if (navigator?.gpu === undefined) return 'there is no WebGPU here: navigator.gpu is missing';
  const { powerPreference } = wish;
  try {
    const adapter = await navigator.gpu.requestAdapter(
      powerPreference === undefined ? {} : { powerPreference },
    );
    return adapter ?? 'WebGPU has no adapter for this page';
  } catch (error) {
    return `WebGPU refused an adapter: ${String(error)}`;
  }
}

/** What onnxruntime's shaders use where it is there. */
const features = ['shader-f16', 'subgroups', 'timestamp-query'];

/** The limits that its shaders and weights run into; by default a device has the lowest of all GPUs. */
const limits = [
  'maxBufferSize',
  'maxStorageBufferBindingSize',
  'maxStorageBuffersPerShaderStage',
  'maxComputeWorkgroupStorageSize',
  'maxComputeInvocationsPerWorkgroup',
  'maxComputeWorkgroupSizeX',
  'maxComputeWorkgroupSizeY',
  'maxComputeWorkgroupSizeZ',
  'maxComputeWorkgroupsPerDimension',
];

/** A device with all that an adapter has of these. */
export function openDevice(adapter: GpuAdapter): Promise<GpuDevice> {
  return adapter.requestDevice({
    requiredFeatures: features.filter((name) => adapter.features.has(name)),
    requiredLimits: Object.fromEntries(
      limits.flatMap((name) => {
        const most = adapter.limits[name];
        return most === undefined ? [] : [[name, most]];
      }),
    ),
  });
}
