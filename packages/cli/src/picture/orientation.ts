import type { Picture } from './picture.js';

/** The EXIF orientation of a JPEG file, 1 (upright) to 8; 1 when there is none. */
export function orientationOf(file: Uint8Array): number {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  // Segments of a marker and a length follow each other up to the start of the scan (FFDA).
  for (let at = 2; at + 4 <= file.length && file[at] === 0xff && file[at + 1] !== 0xda;) {
    const length = view.getUint16(at + 2);
    if (file[at + 1] === 0xe1 && at + 2 + length <= file.length) {
      const found = orientationIn(file.subarray(at + 4, at + 2 + length));
      if (found !== undefined) return found;
    }
    at += 2 + length;
  }
  return 1;
}

/** Source: CIPA DC-008 (Exif 2.3): `Exif\0\0`, a TIFF header, and in its first directory tag 0x0112. */
function orientationIn(segment: Uint8Array): number | undefined {
  if (
    new TextDecoder('latin1').decode(segment.subarray(0, 6)) !== 'Exif\0\0' ||
    segment.length < 16
  )
    return undefined;
  const tiff = new DataView(segment.buffer, segment.byteOffset + 6, segment.length - 6);
  const little = tiff.getUint16(0) === 0x4949;
  const directory = tiff.getUint32(4, little);
  if (directory + 2 > tiff.byteLength) return undefined;
  const entries = tiff.getUint16(directory, little);
  for (let i = 0; i < entries; i++) {
    const at = directory + 2 + i * 12;
    if (at + 12 > tiff.byteLength) return undefined;
    if (tiff.getUint16(at, little) !== 0x0112) continue;
    const value = tiff.getUint16(at + 8, little);
    return value >= 1 && value <= 8 ? value : undefined;
  }
  return undefined;
}

/** Whether columns become rows, and which axis of the stored picture is read backwards. */
interface Turn {
  readonly swap: boolean;
  readonly flipX: boolean;
  readonly flipY: boolean;
}

const turns: readonly Turn[] = [
  { swap: false, flipX: false, flipY: false },
  { swap: false, flipX: true, flipY: false },
  { swap: false, flipX: true, flipY: true },
  { swap: false, flipX: false, flipY: true },
  { swap: true, flipX: false, flipY: false },
  { swap: true, flipX: false, flipY: true },
  { swap: true, flipX: true, flipY: true },
  { swap: true, flipX: true, flipY: false },
];

/** The picture as a person sees it, from how the camera stored it. */
export function upright(picture: Picture, orientation: number): Picture {
  const turn = turns[orientation - 1];
  if (turn === undefined || orientation === 1) return picture;
  const { swap, flipX, flipY } = turn;
  const [width, height] = swap ? [picture.height, picture.width] : [picture.width, picture.height];
  const rgb = new Uint8Array(picture.rgb.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [along, down] = swap ? [y, x] : [x, y];
      const column = flipX ? picture.width - 1 - along : along;
      const row = flipY ? picture.height - 1 - down : down;
      const from = (row * picture.width + column) * 3;
      rgb.set(picture.rgb.subarray(from, from + 3), (y * width + x) * 3);
    }
  }
  return { width, height, rgb };
}
