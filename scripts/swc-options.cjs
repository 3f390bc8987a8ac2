/** The swc options of the build and of jest: CommonJS, with the decorator metadata that type-graphql reads. */
module.exports = {
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
  },
  module: {
    type: 'commonjs',
    // Loaded when a service is first called: a start and a gateway without that service save the time and the memory.
    lazy: ['@aws-sdk/client-macie2', '@aws-sdk/client-workmail', '@aws-sdk/client-security-ir'],
  },
};
