/** Jest's filter of `npm run test:long`: the long suites. */
const longSuites = require('./long-suites.cjs');

module.exports = (paths) => Promise.resolve({ filtered: paths.filter((path) => longSuites.has(path)) });
