const { availableParallelism } = require('node:os');
const swcOptions = require('./scripts/swc-options.cjs');

process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';

/** @type {import('jest').Config} */
module.exports = {
  // Node's, and ends what a failed test left running.
  testEnvironment: '<rootDir>/test/support/environment.ts',
  // Many suites wait for time-outs, which takes no processor.
  maxWorkers: Math.ceil(1.5 * availableParallelism()),
  // A loaded machine is no reason to fail.
  testTimeout: 120_000,
  roots: ['<rootDir>/test', '<rootDir>/packages'],
  testMatch: ['**/*.test.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  setupFiles: ['reflect-metadata'],
  transform: {
    '^.+\\.ts$': ['@swc/jest', swcOptions],
    // They import, or are imported, only when needed, which jest's own way of running modules cannot do.
    '(credential-providers|jose)/.+\\.js$': ['@swc/jest', { module: { type: 'commonjs' } }],
  },
  transformIgnorePatterns: ['/node_modules/(?!(@aws-sdk/credential-providers|jose)/)'],
};
