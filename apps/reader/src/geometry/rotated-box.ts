/** A point in pixels; x to the right, y down. A pixel's centre lies at a half. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * A rectangle that may be turned.
 *
 * `width` runs along the reading direction, which is `angle` radians clockwise from rightwards;
 * `height` runs across it, a quarter turn clockwise further.
 */
export interface RotatedBox {
  readonly centre: Point;
  readonly width: number;
  readonly height: number;
  readonly angle: number;
}

/** The corners clockwise from the one where reading begins: top left, top right, bottom right, bottom left. */
export function corners(box: RotatedBox): [Point, Point, Point, Point] {
  const along = {
    x: (Math.cos(box.angle) * box.width) / 2,
    y: (Math.sin(box.angle) * box.width) / 2,
  };
  const across = {
    x: (-Math.sin(box.angle) * box.height) / 2,
    y: (Math.cos(box.angle) * box.height) / 2,
  };
  const corner = (u: number, v: number): Point => ({
    x: box.centre.x + u * along.x + v * across.x,
    y: box.centre.y + u * along.y + v * across.y,
  });
  return [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)];
}

/** The box pushed outwards by `distance` on all four sides. */
export function grow(box: RotatedBox, distance: number): RotatedBox {
  return { ...box, width: box.width + 2 * distance, height: box.height + 2 * distance };
}

/** The box seen after x and y are scaled; where the two differ, the rectangle nearest to the sheared one. */
export function scale(box: RotatedBox, scaleX: number, scaleY: number): RotatedBox {
  const along = { x: Math.cos(box.angle) * scaleX, y: Math.sin(box.angle) * scaleY };
  const stretch = Math.hypot(along.x, along.y);
  return {
    centre: { x: box.centre.x * scaleX, y: box.centre.y * scaleY },
    width: box.width * stretch,
    // The area grows by scaleX · scaleY whatever the angle.
    height: (box.height * scaleX * scaleY) / stretch,
    angle: Math.atan2(along.y, along.x),
  };
}

/**
 * The box turned so that text in it reads along its width.
 *
 * A box at least one and a half times as tall as wide holds a line that runs downwards
 * (PaddleOCR's rule), so its reading direction is turned a quarter clockwise.
 */
export function readable(box: RotatedBox): RotatedBox {
  if (box.height < 1.5 * box.width) return box;
  return { ...box, width: box.height, height: box.width, angle: box.angle + Math.PI / 2 };
}
