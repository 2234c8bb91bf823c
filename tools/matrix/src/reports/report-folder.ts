import { join } from 'node:path';

/** Where reports are kept; git ignores the folder. */
export const reportFolder: string = join(import.meta.dirname, '..', '..', 'reports');
