// As package.json's engines. Checked here, since older versions fail somewhere in the bundle.
const [major, minor] = process.versions.node.split('.').map(Number);

/** Why this version of Node cannot run storymark, or null. */
export const oldNode =
  major > 20 || (major === 20 && minor >= 17)
    ? null
    : `Node 20.17 or newer is needed, and this is ${process.version}: see nodejs.org`;
