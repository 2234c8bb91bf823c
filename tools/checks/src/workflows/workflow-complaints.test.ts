import { describe, expect, it } from 'vitest';
import {
  ciWorkflowComplaints,
  nightlyWorkflowComplaints,
  unpinnedActions,
} from './workflow-complaints.js';

const good = `
    strategy:
      matrix:
        node: ['20.19.0', '22']
    steps:
      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2
      - run: bash .ci/run
`;

describe('ciWorkflowComplaints', () => {
  it('accepts a workflow that calls .ci/run on the oldest Node', () => {
    expect(ciWorkflowComplaints(good, '>=20.19.0')).toEqual([]);
  });

  it('sees another entry point and a Node that was dropped', () => {
    const drifted = good.replace('bash .ci/run', 'pnpm test').replace('20.19.0', '20.11.0');
    expect(ciWorkflowComplaints(drifted, '>=20.19.0')).toEqual([
      'ci.yml does not call `bash .ci/run`',
      "ci.yml does not test Node '20.19.0', the oldest that engines allows",
    ]);
  });
});

describe('nightlyWorkflowComplaints', () => {
  it('accepts a schedule that calls .ci/run nightly, and nothing less', () => {
    const nightly =
      "on:\n  schedule:\n    - cron: '17 2 * * *'\n      - run: bash .ci/run nightly\n";
    expect(nightlyWorkflowComplaints(nightly)).toEqual([]);
    expect(nightlyWorkflowComplaints(good)).toEqual([
      'nightly.yml does not call `bash .ci/run nightly`',
      'nightly.yml has no schedule',
    ]);
  });
});

describe('unpinnedActions', () => {
  it('accepts a commit with its version beside it', () => {
    expect(unpinnedActions(good)).toEqual([]);
  });

  it('refuses a tag', () => {
    expect(unpinnedActions('- uses: actions/checkout@v4')).toEqual([
      'actions/checkout@v4 is not pinned by commit: owner/name@<40 hex> # vX.Y.Z',
    ]);
  });
});
