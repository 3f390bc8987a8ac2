/** Jest's filter of `npm test`: every suite that is neither long nor timed. */
const { long, timed } = require('./suites.cjs');

module.exports = (paths) =>
  Promise.resolve({ filtered: paths.filter((path) => !long.has(path) && !timed.has(path)) });
