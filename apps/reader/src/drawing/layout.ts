/** An upright rectangle on the drawing. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where everything goes; `scale` takes pixels of the picture to pixels of a panel. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  readonly header: Area;
  readonly picture: Area;
  readonly text: Area;
}

const margin = 36;
const headerHeight = 104;
/** Panels are drawn within these bounds, so the result fits a screen and small pictures stay legible. */
const panel = { maxSide: 1400, minSide: 640, maxScale: 3 } as const;

/** Puts the picture and its text side by side, or one above the other when the picture is wide. */
export function layoutFor(picture: { readonly width: number; readonly height: number }): Layout {
  const longest = Math.max(picture.width, picture.height);
  const scale = Math.min(
    panel.maxScale,
    Math.max(Math.min(1, panel.maxSide / longest), panel.minSide / longest),
  );
  const width = Math.max(1, Math.round(picture.width * scale));
  const height = Math.max(1, Math.round(picture.height * scale));
  const stacked = picture.width > 1.4 * picture.height;
  const [across, down] = stacked ? [0, height + margin] : [width + margin, 0];
  const total = Math.max(2 * margin + width + across, minWidth);
  const first = { x: Math.round((total - width - across) / 2), y: headerHeight, width, height };
  return {
    width: total,
    height: headerHeight + height + down + margin,
    scale,
    header: { x: margin, y: 0, width: total - 2 * margin, height: headerHeight },
    picture: first,
    text: { ...first, x: first.x + across, y: first.y + down },
  };
}

/** Room for the header of a narrow picture. */
const minWidth = 760;
