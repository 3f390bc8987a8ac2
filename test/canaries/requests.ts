// Requests of all kinds that contain canaries: valid and malformed requests, and every mutation, generated from the schema.
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import { CASE, EXPORT_JOB, JOB, MEMBER } from '../support/resources';
import { all, CANARIES, WRONG_TOKENS } from './canaries';

export interface CanaryRequest {
  readonly path?: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

const [VARIABLE, LITERAL, ID, ALIAS, BODY, URL_TEXT] = CANARIES.input;

const post = (query: string, variables?: object): CanaryRequest => ({
  body: JSON.stringify({ query, variables }),
});

const LISTS = {
  classificationJobs:
    'id name description tags { key value } statistics { numberOfRuns } members(first: 2) { nodes { email } }',
  macieMembers: 'id email tags { key value } securityCases(first: 2) { nodes { title } }',
  mailboxExportJobs: 'id description s3BucketName errorInfo owner { email } organization { alias }',
  securityCases: `id title description watchers { email } attachments { fileName downloadUrl }
    comments(first: 2) { nodes { body } } edits(first: 2) { nodes { message } } tags { value }`,
} as const;

const FILTERS = {
  classificationJobs: '{ name: { contains: "in" } }',
  macieMembers: '{ statuses: [ENABLED] }',
  mailboxExportJobs: '{ statuses: [RUNNING] }',
  securityCases: '{ statuses: [SUBMITTED] }',
} as const;

const IDS = [JOB, MEMBER, EXPORT_JOB, CASE];

/** Well-formed queries; some name resources and targets that do not exist. */
export function queries(): CanaryRequest[] {
  const lists = Object.entries(LISTS).flatMap(([field, selection]) => [
    post(
      `query Read { ${ALIAS}: ${field}(first: 5) { nodes { ${selection} } completeness { sources { status message } } } }`,
    ),
    post(`{ ${field}(first: 5, filter: ${FILTERS[field as keyof typeof FILTERS]}) { edges { cursor } } }`),
    post(`{ ${field}(after: "${ID}") { nodes { id } } }`),
    post(`query ($after: String) { ${field}(after: $after) { nodes { id } } }`, { after: ID }),
    post(`query ($targets: [String!]) { ${field}(targets: $targets) { nodes { id } } }`, {
      targets: [VARIABLE],
    }),
  ]);
  return [
    ...lists,
    post('query ($ids: [ID!]!) { nodes(ids: $ids) { id __typename } }', { ids: [...IDS, ID] }),
    post(`{ node(id: "${ID}") { id } }`),
    post(`{ securityCase(caseId: "${LITERAL}") { title } }`),
    post('{ targets { name } auditTrail(first: 20) { nodes { mutation input { name value } actor } } }'),
    post(`{ auditTrail(filter: { actor: "${LITERAL}" }) { nodes { mutation } } }`),
  ];
}

/** All fields of a user error. */
const USER_ERRORS =
  'userErrors { __typename code message path ... on AwsRejectedError { awsCode operation requestId } }';

/** Every mutation of the schema, with only its required inputs and with all text inputs, for existing and missing resources. */
export function mutations(schema: GraphQLSchema): CanaryRequest[] {
  const fields = Object.values(schema.getMutationType()?.getFields() ?? {});
  return fields.flatMap(({ name, args }) => {
    const [input] = args;
    if (input === undefined) return [];
    const query = `mutation Change($input: ${String(input.type)}) {
      ${name}(input: $input) { ${name === 'changeStatuses' ? `results { ${USER_ERRORS} }` : USER_ERRORS} }
    }`;
    return [...IDS, ID].flatMap((id) =>
      [false, true].map((full) => post(query, { input: valueOf(input.type, id, full) })),
    );
  });
}

const SCALARS: Readonly<Record<string, unknown>> = {
  Boolean: false,
  Int: 1,
  Float: 1,
  AwsAccountId: '111122223333',
  DateOrDateTime: '2026-01-01T00:00:00.000Z',
  DateTime: '2026-01-01T00:00:00.000Z',
};

function valueOf(type: GraphQLInputType, id: string, full: boolean): unknown {
  if (isNonNullType(type)) return valueOf(type.ofType, id, full);
  if (isListType(type)) return [valueOf(type.ofType, id, full)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (!isInputObjectType(type)) return type.name === 'ID' ? id : (SCALARS[type.name] ?? VARIABLE);
  const fields = Object.values(type.getFields()).filter(
    (field) => isRequiredInputField(field) || (full && getNamedType(field.type).name === 'String'),
  );
  return Object.fromEntries(fields.map((field) => [field.name, valueOf(field.type, id, full)]));
}

/** Requests that the gateway cannot execute or parse. */
export function malformed(): CanaryRequest[] {
  return [
    post(`{ classificationJobs(first: "${LITERAL}") { nodes { id } } }`),
    post(`{ ${ALIAS}: nothingOfTheKind(text: "${LITERAL}") }`),
    post(`{ "${LITERAL}" `),
    post('query ($first: Int) { classificationJobs(first: $first) { nodes { id } } }', { first: VARIABLE }),
    post('mutation ($id: ID!) { pauseClassificationJob(input: { id: $id }) { change { to } } }', {
      id: { text: VARIABLE },
    }),
    post(`query A { targets { name } } query B { targets { name } } # ${LITERAL}`),
    post(
      `{ ${Array.from({ length: 400 }, (_each, index) => `${ALIAS}${index}: targets { name }`).join(' ')} }`,
    ),
    { body: `{"query": "${BODY}` },
    { body: BODY },
    { body: JSON.stringify([{ query: BODY }]) },
    {
      body: JSON.stringify({
        query: '{ targets { name } }',
        extensions: { [BODY]: BODY },
        operationName: BODY,
      }),
    },
    { body: JSON.stringify({ query: `# ${BODY.repeat(8_000)}` }) },
    { body: BODY, headers: { 'content-type': 'text/plain' } },
    { method: 'GET', path: `/graphql?query={targets{name}}&${URL_TEXT}=${URL_TEXT}` },
    { method: 'GET', path: `/graphql?query={classificationJobs(after:"${URL_TEXT}"){nodes{id}}}` },
    { method: 'GET', path: `/${URL_TEXT}?${URL_TEXT}` },
    { method: 'DELETE', path: `/graphql?${URL_TEXT}` },
    ...WRONG_TOKENS.map((token) => ({
      ...post('{ targets { name } }'),
      headers: { authorization: `Bearer ${token}` },
    })),
    { ...post('{ targets { name } }'), headers: { authorization: `Basic ${BODY}` } },
  ];
}

const [COOKIE, AGENT, BAGGAGE, TRACESTATE, REQUEST_ID] = CANARIES.header;

/** The headers of every request, besides its token. */
export const HEADERS = {
  'content-type': 'application/json',
  cookie: `session=${COOKIE}`,
  'user-agent': AGENT,
  referer: `https://example.com/?${AGENT}`,
  baggage: `user=${BAGGAGE}`,
  traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
  tracestate: `vendor=${TRACESTATE}`,
  'x-forwarded-for': AGENT,
  'x-amz-security-token': COOKIE,
  'x-include-aws-usage': 'true',
  // Malformed, so that the gateway replaces it.
  'x-request-id': `${REQUEST_ID} ${all('header')}`,
} as const;
