/** Jest's filter of `npm test`: every suite that is neither long nor serial. */
const { long, serial } = require('./suites.cjs');

module.exports = (paths) =>
  Promise.resolve({ filtered: paths.filter((path) => !long.has(path) && !serial.has(path)) });
