/** Jest's filter of `npm run test:serial`: the suites that measure time, which run one after another. */
const { serial } = require('./suites.cjs');

module.exports = (paths) => Promise.resolve({ filtered: paths.filter((path) => serial.has(path)) });
