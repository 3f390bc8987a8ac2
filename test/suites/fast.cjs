/** Jest's filter of `npm test`: every suite that is not long. */
const longSuites = require('./long-suites.cjs');

module.exports = (paths) => Promise.resolve({ filtered: paths.filter((path) => !longSuites.has(path)) });
