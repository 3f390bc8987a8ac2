import js from '@eslint/js';
import jest from 'eslint-plugin-jest';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

const PATTERNS_AT_RUN_TIME = [
  {
    selector: ':matches(NewExpression, CallExpression)[callee.name="RegExp"]',
    message: 'Write a literal: the rules on linear time cannot read a pattern that is built at run time.',
  },
  {
    selector:
      'CallExpression[callee.property.name=/^(match|matchAll|search)$/][arguments.0.type=/^(Template)?Literal$/]:not([arguments.0.regex])',
    message: 'These methods read a string as a pattern: write a literal of a regular expression.',
  },
];

const LIST_SEARCH_PER_ENTRY = {
  selector:
    'CallExpression[callee.property.name=/^(every|some|filter|map|flatMap|forEach|reduce|find)$/] CallExpression[callee.property.name=/^(indexOf|lastIndexOf|findIndex|includes)$/]',
  message: 'A search of a list for each entry takes quadratic time: use a Set.',
};

export default tseslint.config(
  { ignores: ['**/dist/', 'test/generated/', 'test/clients/fixtures/'] },
  js.configs.recommended,
  {
    ignores: ['**/test/**'],
    plugins: { regexp },
    // A regular expression that takes more than linear time lets one request stop the process.
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { report: 'potential' }],
      'no-restricted-syntax': ['error', ...PATTERNS_AT_RUN_TIME],
    },
  },
  {
    files: ['src/input-rules/**'],
    rules: { 'no-restricted-syntax': ['error', ...PATTERNS_AT_RUN_TIME, LIST_SEARCH_PER_ENTRY] },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.json', './packages/console/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/class-methods-use-this': 'off',
      // GraphQL types are classes because of their decorators, and resolvers return plain records of the same shape.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
    },
  },
  {
    files: ['**/*.test.ts'],
    ...jest.configs['flat/recommended'],
    rules: {
      ...jest.configs['flat/recommended'].rules,
      'jest/expect-expect': ['error', { assertFunctionNames: ['expect', 'expect*', 'fc.assert'] }],
      'jest/no-standalone-expect': 'off',
    },
  },
  {
    files: ['**/*.js', '**/*.mjs', '**/*.cjs'],
    languageOptions: {
      globals: { __dirname: 'readonly', module: 'writable', process: 'readonly', require: 'readonly' },
    },
  },
);
