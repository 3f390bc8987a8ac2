/**
 * The paths of the suites that `npm test` omits, by script: the long suites, and the timed ones, which measure time and
 * get a processor each. Throws when an entry of suites.json matches no file.
 */
const { existsSync } = require('node:fs');
const { join } = require('node:path');
const { timed, ...long } = require('./suites.json');

const ROOT = join(__dirname, '../..');

function pathsOf(suites) {
  const paths = suites.map((path) => join(ROOT, path));
  const missing = paths.filter((path) => !existsSync(path));
  if (missing.length > 0) {
    throw new Error(`test/suites/suites.json names files that do not exist: ${missing.join(', ')}`);
  }
  return new Set(paths);
}

module.exports = { timed: pathsOf(timed), long: pathsOf(Object.values(long).flat()) };
