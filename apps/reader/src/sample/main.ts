import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readingOrder } from '../reading-order.js';
import { drawPage } from './page.js';

// Run by `pnpm --filter @separable/reader sample`; what it writes is committed.
const folder = join(dirname(fileURLToPath(import.meta.url)), '../../sample');
const { canvas, lines } = drawPage();
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'notice.jpg'), canvas.toBuffer('image/jpeg', 82));
writeFileSync(
  join(folder, 'expected.txt'),
  `${readingOrder(lines)
    .map(({ text }) => text)
    .join('\n')}\n`,
);
