/** Jest's filter of `npm run test:timed`: the suites that measure time, one for each processor. */
const { timed } = require('./suites.cjs');

module.exports = (paths) => Promise.resolve({ filtered: paths.filter((path) => timed.has(path)) });
