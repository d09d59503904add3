/** Imported first by every script: an old Node is told so in one sentence, before anything runs that it does not know. */
const OLDEST = [20, 19];

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
  process.stderr.write(`Gongkai needs Node.js ${OLDEST.join('.')} or newer, but this is Node.js ${process.versions.node}.\n`);
  process.exit(1);
}
