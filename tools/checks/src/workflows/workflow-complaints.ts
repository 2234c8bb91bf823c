const pinned = /^[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+(?:\.\d+)*$/;

/**
 * What keeps a CI workflow out of step with the repository: it must call `.ci/run`, and test the
 * oldest Node that `engines` allows.
 */
export function ciWorkflowComplaints(workflow: string, engines: string): readonly string[] {
  const complaints: string[] = [];
  if (!/^\s*(?:- )?run: bash \.ci\/run$/m.test(workflow)) {
    complaints.push('ci.yml does not call `bash .ci/run`');
  }
  const oldest = engines.replace('>=', '');
  const versions = [...workflow.matchAll(/'(\d+\.\d+\.\d+|\d+)'/g)].map((match) => match[1]);
  if (!versions.includes(oldest)) {
    complaints.push(`ci.yml does not test Node '${oldest}', the oldest that engines allows`);
  }
  return complaints;
}

/** What keeps the nightly workflow out of step: it must call `.ci/run nightly`, on a schedule. */
export function nightlyWorkflowComplaints(workflow: string): readonly string[] {
  const complaints: string[] = [];
  if (!/^\s*(?:- )?run: bash \.ci\/run nightly$/m.test(workflow)) {
    complaints.push('nightly.yml does not call `bash .ci/run nightly`');
  }
  if (!/^\s*- cron: '[^']+'$/m.test(workflow)) complaints.push('nightly.yml has no schedule');
  return complaints;
}

/** Actions that are named by anything that can move: a tag or a branch. */
export function unpinnedActions(workflow: string): readonly string[] {
  return [...workflow.matchAll(/\buses:\s*(.+?)\s*$/gm)]
    .map((match) => match[1] ?? '')
    .filter((action) => !action.startsWith('./') && !pinned.test(action))
    .map((action) => `${action} is not pinned by commit: owner/name@<40 hex> # vX.Y.Z`);
}
