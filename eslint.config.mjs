import js from '@eslint/js';
import graphql from '@graphql-eslint/eslint-plugin';
import jest from 'eslint-plugin-jest';
import reactHooks from 'eslint-plugin-react-hooks';
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

/** The types of the schema that are values: nothing refers to one of their objects. */
const VALUE_TYPES = [
  'AuditEntryArgument',
  'AwsAccount',
  'ClassificationJobBucketCriteria',
  'ClassificationJobBucketCriterion',
  'ClassificationJobBucketDefinition',
  'ClassificationJobBucketSimpleCriterion',
  'ClassificationJobBucketTagCriterion',
  'ClassificationJobLastRunErrorStatus',
  'ClassificationJobObjectScoping',
  'ClassificationJobObjectSimpleTerm',
  'ClassificationJobObjectTagTerm',
  'ClassificationJobObjectTerm',
  'ClassificationJobScheduleFrequency',
  'ClassificationJobStatistics',
  'ClassificationJobStatusCount',
  'ClassificationJobTagCondition',
  'ClassificationJobTotals',
  'ClassificationJobTypeCount',
  'ClassificationJobUserPausedDetails',
  'Completeness',
  'CompletenessSource',
  'Consequence',
  'FieldChange',
  'Gap',
  'Heartbeat',
  'HistoryCompleteness',
  'HistoryGap',
  'HistorySource',
  'HttpHeader',
  'MacieMemberStatusCount',
  'MacieMemberTotals',
  'MailboxExportJobStatusCount',
  'MailboxExportJobTotals',
  'MeanStatusDuration',
  'MemberAccount',
  'PageInfo',
  'ResourceEvent',
  'ResourceUpdate',
  'SearchHit',
  'SecurityCaseEngagementTypeCount',
  'SecurityCaseInvestigationFeedback',
  'SecurityCaseMetadataEntry',
  'SecurityCaseResolverTypeCount',
  'SecurityCaseStatusCount',
  'SecurityCaseThreatActorIp',
  'SecurityCaseTimeInStatus',
  'SecurityCaseTotals',
  'SecurityCaseWatcher',
  'SecurityCaseWeek',
  'Statistics',
  'StatusChange',
  'StatusDuration',
  'StatusDurations',
  'Tag',
  'TargetCount',
  'TotalCount',
  'Transition',
  'UnavailableReason',
  'Viewer',
];

const SCHEMA_EXCEPTIONS = {
  // AWS pages forward only.
  '@graphql-eslint/relay-arguments': ['error', { includeBoth: false }],
  '@graphql-eslint/relay-edge-types': [
    'error',
    {
      withEdgeSuffix: true,
      // AWS has no operation that reads one comment, edit or investigation, and an account need not be a member.
      shouldImplementNode: false,
      // Lists that AWS returns whole, and the nodes of a connection beside its edges.
      listTypeCanWrapOnlyEdgeType: false,
    },
  ],
  '@graphql-eslint/strict-id-in-types': [
    'error',
    {
      acceptedIdNames: ['id'],
      acceptedIdTypes: ['ID'],
      exceptions: { types: VALUE_TYPES, suffixes: ['Connection', 'Edge', 'Payload', 'Result', 'Error'] },
    },
  ],
};

/** Fixtures that a test compiles, or that run elsewhere; the React application is linted like our code. */
const FIXTURES = [
  'test/clients/fixtures/*',
  '!test/clients/fixtures/react/',
  'test/clients/fixtures/react/src/gql/',
];

export default tseslint.config(
  { ignores: ['**/dist/', 'schema/released.graphql', 'test/generated/', '**/__generated__/', ...FIXTURES] },
  { files: ['**/*.{js,mjs,cjs,ts,mts,tsx}'], ...js.configs.recommended },
  {
    files: ['**/*.{js,mjs,cjs,ts,mts,tsx}'],
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
    files: ['**/*.{ts,mts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {
        project: [
          './tsconfig.json',
          './packages/console/tsconfig.json',
          './test/clients/fixtures/react/tsconfig.json',
        ],
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
      // Modules of packages are extended by declarations in namespaces.
      '@typescript-eslint/no-namespace': ['error', { allowDeclarations: true }],
      'no-console': 'error',
    },
  },
  {
    files: ['**/*.tsx', 'packages/console/src/app/**/*.ts'],
    ...reactHooks.configs.flat['recommended-latest'],
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
    files: ['**/*.graphql'],
    languageOptions: {
      parser: graphql.parser,
      parserOptions: {
        graphQLConfig: {
          projects: Object.fromEntries(
            ['test/operations', 'packages/console/examples'].map((folder) => [
              folder,
              { schema: 'schema/schema.graphql', documents: `${folder}/*.graphql`, include: `${folder}/*` },
            ]),
          ),
        },
      },
    },
    plugins: { '@graphql-eslint': graphql },
  },
  {
    files: ['schema/schema.graphql'],
    rules: {
      ...graphql.configs['flat/schema-recommended'].rules,
      ...graphql.configs['flat/schema-relay'].rules,
      ...SCHEMA_EXCEPTIONS,
    },
  },
  {
    files: ['test/operations/*.graphql', 'packages/console/examples/*.graphql'],
    rules: graphql.configs['flat/operations-recommended'].rules,
  },
  {
    files: ['test/operations/*.graphql'],
    rules: {
      // The documents of the tests select what the tests compare, and the deprecated field too.
      '@graphql-eslint/require-selections': 'off',
      '@graphql-eslint/no-deprecated': 'off',
    },
  },
  {
    files: ['**/*.js', '**/*.mjs', '**/*.cjs'],
    languageOptions: {
      globals: { __dirname: 'readonly', module: 'writable', process: 'readonly', require: 'readonly' },
    },
  },
);
