// Kept to syntax that an old Node parses, so that it can say what is wrong.

/**
 * Says what to do when this Node is older than the repository needs.
 *
 * @param {string} running the version at hand, as `process.versions.node` gives it
 * @param {string} wanted the `engines.node` range, of the form `>=20.19.0`
 * @returns {string | undefined} the complaint, or nothing when the version will do
 */
export function nodeVersionComplaint(running, wanted) {
  const have = running.split('.').map(Number);
  const need = wanted.replace('>=', '').trim().split('.').map(Number);
  for (let part = 0; part < need.length; part++) {
    const difference = (have[part] || 0) - (need[part] || 0);
    if (difference > 0) return undefined;
    if (difference < 0) {
      return (
        'Separable needs Node ' +
        wanted +
        ', and this is Node ' +
        running +
        '.\nInstall a newer one from https://nodejs.org and run the same command again.'
      );
    }
  }
  return undefined;
}
