import { runCommand } from '../run-command.js';
import { outcome, type Step } from '../step.js';
import { runVitest } from '../vitest/run-vitest.js';

const name = 'tests in Chromium';

/** Set where a machine without Chromium is a mistake, as in continuous integration. */
const requiredVariable = 'SEPARABLE_REQUIRE_CHROMIUM';

/** What the search for Chromium exits with when there is none; see tools/matrix. */
const absent = 3;

/** Every engine in real pages, isolated and not. Without Chromium it is skipped, never passed. */
export const chromiumTests: Step = {
  name,
  run: async () => {
    const search = await runCommand(process.execPath, ['tools/matrix/dist/chromium/main.js']);
    const complaint = search.output.trim();
    if (search.code === absent && (process.env[requiredVariable] ?? '') === '') {
      return { outcomes: [{ name, verdict: 'skipped', detail: complaint }], remark: complaint };
    }
    if (search.code !== 0) return { outcomes: [outcome(name, complaint)] };
    return runVitest([
      '--config=tools/matrix/vitest.config.ts',
      '--project=isolated',
      '--project=plain',
    ]);
  },
};
