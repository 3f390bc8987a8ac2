/** The stages of a request, by the files and functions of their code. */

/** A function of a profile. */
export interface Frame {
  readonly functionName: string;
  readonly url: string;
}

export type Stage =
  | 'SDK middlewares and serializer'
  | 'HTTP client'
  | 'SigV4'
  | 'SDK decode'
  | 'AWS call of the gateway'
  | 'response check'
  | 'canonical keys and single-flight'
  | 'adapters'
  | 'ids and records'
  | 'paging'
  | 'cursors'
  | 'loaders'
  | 'GraphQL execution'
  | 'scalars'
  | 'cost and limits'
  | 'field rules'
  | 'Apollo'
  | 'Fastify'
  | 'node:http'
  | 'HTTP checks of the gateway'
  | 'logs and metrics'
  | 'stringify'
  | 'GC'
  | 'other';

interface Rule {
  readonly stage: Stage;
  /** Matches the URL of the file. */
  readonly file: RegExp;
  /** Matches the name of the function, if only some functions of the file belong to the stage. */
  readonly functionName?: RegExp;
}

/** The first rule that matches a frame gives its stage. A frame without a rule belongs to the stage of its caller. */
const RULES: readonly Rule[] = [
  { stage: 'stringify', file: /./, functionName: /stringify/i },
  { stage: 'stringify', file: /fast-json-stringify/ },
  {
    stage: 'canonical keys and single-flight',
    file: /\/(?:canonical-json|single-flight|recent-responses)\.js$/,
  },
  { stage: 'response check', file: /\/aws\/client\/(?:response-validator|unreadable-times)\.js$/ },
  { stage: 'SDK decode', file: /\/aws\/client\/response-[\w-]+\.js$|@smithy\/core\/.*\/serde\// },
  {
    stage: 'SDK decode',
    file: /@(?:aws-sdk|smithy)\//,
    functionName: /^_?read|deserial|parseJson|collectBody|decode/i,
  },
  { stage: 'SigV4', file: /@(?:aws-sdk|smithy)\/.*(?:signature-v4|httpAuth)/ },
  { stage: 'SigV4', file: /@(?:aws-sdk|smithy)\//, functionName: /sign|credential/i },
  {
    stage: 'HTTP client',
    file: /@smithy\/.*http-handler|\/aws\/client\/[\w-]*handler\.js$|undici|node:_http_(?:client|agent)/,
  },
  // Decoding and the serializer share the schemas of the SDK, whose time belongs to the caller.
  { stage: 'SDK middlewares and serializer', file: /@(?:aws-sdk|smithy)\/(?!core\/.*\/schema\/)/ },
  { stage: 'SDK middlewares and serializer', file: /\/aws\/client\/attempts\.js$/ },
  { stage: 'AWS call of the gateway', file: /\/dist\/src\/aws\/client\/|cockatiel/ },
  { stage: 'adapters', file: /\/dist\/src\/aws\/adapters\// },
  { stage: 'ids and records', file: /\/dist\/src\/domain\// },
  { stage: 'cursors', file: /\/dist\/src\/paging\/cursors\.js$/ },
  { stage: 'paging', file: /\/dist\/src\/paging\// },
  { stage: 'loaders', file: /\/dist\/src\/loaders\/|node_modules\/dataloader\// },
  { stage: 'scalars', file: /graphql-scalars|graphql\/type\/scalars|\/dist\/schema\/shared\/[\w-]*date/ },
  {
    stage: 'cost and limits',
    file: /\/dist\/src\/graphql\/query-limits\/|graphql-query-complexity|rate-limiter-flexible/,
  },
  { stage: 'field rules', file: /\/dist\/src\/graphql\/(?:field-rules|readable-fields)\.js$/ },
  {
    stage: 'GraphQL execution',
    file: /node_modules\/(?:graphql|graphql-jit|type-graphql|graphql-parse-resolve-info)\/|\/dist\/(?:resolvers|schema)\//,
  },
  { stage: 'Apollo', file: /node_modules\/(?:@apollo|@as-integrations)\/|\/dist\/src\/graphql\// },
  { stage: 'Fastify', file: /node_modules\/(?:fastify|@fastify|find-my-way|avvio|secure-json-parse)\// },
  {
    stage: 'logs and metrics',
    file: /\/dist\/src\/observability\/|node_modules\/(?:pino|@pinojs|sonic-boom|prom-client|@opentelemetry)\//,
  },
  { stage: 'HTTP checks of the gateway', file: /\/dist\/src\/(?:http|app|identity)\// },
];

/** Files of Node.js that both its HTTP server and its HTTP client use. */
const SHARED_HTTP = /^node:(?:_http_|net$|internal\/(?:stream|http|js_stream)|internal\/streams)/;

const NATIVE_STAGES: ReadonlyMap<string, Stage> = new Map([
  ['(garbage collector)', 'GC'],
  ['(program)', 'other'],
]);

/** The stage of time that is spent in the first frame. `callers` are its callers, the nearest first. */
export function stageOf(frame: Frame, callers: readonly Frame[]): Stage {
  const native = NATIVE_STAGES.get(frame.functionName);
  if (native !== undefined) return native;
  const nearest = [frame, ...callers].map(ruleStage).find((stage) => stage !== undefined);
  // A native function has no file.
  const place = [frame, ...callers].find(({ url }) => url !== '')?.url ?? '';
  if (!SHARED_HTTP.test(place)) return nearest ?? 'other';
  return nearest === 'HTTP client' ? 'HTTP client' : 'node:http';
}

function ruleStage({ url, functionName }: Frame): Stage | undefined {
  return RULES.find((rule) => rule.file.test(url) && (rule.functionName?.test(functionName) ?? true))?.stage;
}
