/** The paths of the long suites. Throws when an entry of long-suites.json matches no file. */
const { existsSync } = require('node:fs');
const { join } = require('node:path');
const groups = require('./long-suites.json');

const ROOT = join(__dirname, '../..');

const paths = Object.values(groups)
  .flat()
  .map((path) => join(ROOT, path));
const missing = paths.filter((path) => !existsSync(path));
if (missing.length > 0) {
  throw new Error(`test/suites/long-suites.json names files that do not exist: ${missing.join(', ')}`);
}

module.exports = new Set(paths);
