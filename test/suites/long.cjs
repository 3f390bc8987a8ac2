/** Jest's filter of `npm run test:long`: the long suites. */
const { long } = require('./suites.cjs');

module.exports = (paths) => Promise.resolve({ filtered: paths.filter((path) => long.has(path)) });
