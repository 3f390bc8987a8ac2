// Preloaded by a program: writes the names of the packages that it has loaded, when it ends, to the file LOADED_PACKAGES.
const { writeFileSync } = require('node:fs');

process.on('exit', () => {
  const paths = Object.keys(require.cache).map((path) => path.split('/node_modules/').at(-1));
  const names = paths.map((path) => path.split('/', path.startsWith('@') ? 2 : 1).join('/'));
  writeFileSync(process.env.LOADED_PACKAGES, JSON.stringify([...new Set(names)]));
});
