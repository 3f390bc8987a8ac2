const { availableParallelism } = require('node:os');
const swcOptions = require('./scripts/swc-options.cjs');

process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';

/** @type {import('jest').Config} */
module.exports = {
  // The Node.js environment, which also stops servers and processes that a failed test left running.
  testEnvironment: '<rootDir>/test/support/environment.ts',
  // Many suites wait for timeouts without using a processor.
  maxWorkers: Math.ceil(1.5 * availableParallelism()),
  // The timeout is long, so that tests do not fail on a busy machine.
  testTimeout: 120_000,
  roots: ['<rootDir>/test', '<rootDir>/packages'],
  testMatch: ['**/*.test.ts'],
  // A dynamic import of the sources names the compiled file.
  moduleNameMapper: { '^(\\.{1,2}/.+)\\.js$': ['$1.js', '$1'] },
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  setupFiles: ['reflect-metadata', '<rootDir>/test/support/graphql-checks.cjs'],
  transform: {
    '^.+\\.ts$': ['@swc/jest', swcOptions],
    // These packages use dynamic imports, which jest cannot run without conversion to CommonJS.
    '(credential-providers|jose)/.+\\.js$': ['@swc/jest', { module: { type: 'commonjs' } }],
  },
  transformIgnorePatterns: ['/node_modules/(?!(@aws-sdk/credential-providers|jose)/)'],
};
