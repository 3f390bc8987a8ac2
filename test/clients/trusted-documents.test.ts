// Trusted documents: clients execute the operations of the manifests that their generators write, without introspection.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApolloLink, type ApolloClient } from '@apollo/client';
import type { PossibleTypesMap } from '@apollo/client/cache';
import { Client, fetchExchange, type Exchange, type TypedDocumentNode } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { getIntrospectionQuery, print } from 'graphql';
import { readConfig } from '../../src/config/config';
import { startTestGateway, type TestGateway } from '../support/gateway';
import { useHarness } from '../support/harness';
import { CASE, putCase } from '../support/resources';
import { blockOf, receivedDuring } from './page';
import { openTemporaryProject, packageProgram } from './temporary-project';

interface TrustedModule {
  readonly apolloLink: ApolloLink;
  readonly urqlExchange: Exchange;
}

interface ApolloModule {
  readonly createApollo: (uri: string, possibleTypes: PossibleTypesMap, token: () => string) => ApolloClient;
}

interface RequestModule {
  readonly request: <Data>(url: string, document: string, variables: object) => Promise<Data>;
}

interface Cases {
  readonly securityCases: { readonly edges: readonly { readonly node: { readonly id: string } }[] } | null;
}

type CasesDocument = TypedDocumentNode<Cases, object> & { readonly __meta__: { readonly hash: string } };

const { apolloLink, urqlExchange } = jest.requireActual<TrustedModule>('./fixtures/page/trusted');
const { createApollo } = jest.requireActual<ApolloModule>('./fixtures/page/apollo');
const { request } = jest.requireActual<RequestModule>('graphql-request');

const variables = { first: 2 };
const REJECTED = { extensions: { code: 'BAD_USER_INPUT' } };

const harness = useHarness();
const project = openTemporaryProject('codegen', 'unused.json', {});
const folder = mkdtempSync(join(tmpdir(), 'secops-graph-'));

let gateway: TestGateway;
let document: CasesDocument;
let manifest: Record<string, string>;

/** Starts a gateway as in production, with a manifest. */
const startWith = (file: string) => {
  const { queryLimits } = readConfig({ TRUSTED_DOCUMENTS: file, INTROSPECTION: 'false' });
  return startTestGateway(harness.emulator.url, { queryLimits });
};

beforeAll(async () => {
  const { status, output } = project.run(packageProgram('graphql-codegen'), '--config', 'codegen.mjs');
  expect([status, status === 0 ? '' : output]).toEqual([0, '']);
  const { generated } = project;
  document = jest.requireActual<{ CasesDocument: CasesDocument }>(
    join(generated, 'graphql.ts'),
  ).CasesDocument;
  manifest = JSON.parse(project.read('generated/persisted-documents.json')) as Record<string, string>;
  gateway = await startWith(join(generated, 'persisted-documents.json'));
});
beforeEach(() => putCase(harness, 'Submitted'));
afterAll(async () => {
  await gateway.close();
  project.remove();
  rmSync(folder, { recursive: true });
});

const idsIn = (data: Cases | undefined) => data?.securityCases?.edges.map(({ node }) => node.id);

test('Apollo Client sends the hash, and normalizes the response', async () => {
  const client = createApollo(gateway.url, {}, () => 'none');
  const { error } = await client.query({ query: document, variables });
  expect(error).toMatchObject({ errors: [REJECTED] });
  client.setLink(ApolloLink.from([apolloLink, client.link]));
  const { data } = await client.query({ query: document, variables });
  expect(idsIn(data)).toEqual([CASE]);
  expect(client.extract()).toHaveProperty([`SecurityCase:${CASE}`]);
});

test('urql sends the hash by GET', async () => {
  const cache = cacheExchange({ keys: { MemberAccount: () => null } });
  const client = new Client({ url: gateway.url, exchanges: [cache, urqlExchange, fetchExchange] });
  const requests = await receivedDuring(async () => {
    const { data } = await client.query(document, variables).toPromise();
    expect(idsIn(data)).toEqual([CASE]);
  });
  expect(requests).toMatchObject([{ method: 'GET' }]);
});

test('graphql-request sends the text of the manifest', async () => {
  const text = manifest[document.__meta__.hash] ?? '';
  expect(idsIn(await request<Cases>(gateway.url, text, variables))).toEqual([CASE]);
  await expect(request(gateway.url, print(document), variables)).rejects.toMatchObject({
    response: { errors: [REJECTED] },
  });
});

test('the gateway rejects introspection', async () => {
  expect(await gateway.send(getIntrospectionQuery())).toMatchObject({ errors: [REJECTED] });
});

test('the manifest of Apollo becomes one of the gateway', async () => {
  const body = '{ securityCases(first: 1) { edges { node { id } } } }';
  const operations = [{ id: 'a1', name: 'Cases', type: 'query', body }];
  const apollo = { format: 'apollo-persisted-query-manifest', version: 1, operations };
  writeFileSync(join(folder, 'persisted-query-manifest.json'), JSON.stringify(apollo));
  execFileSync('sh', ['-c', blockOf('trusted-documents.json')], { cwd: folder });
  const converted = await startWith(join(folder, 'trusted-documents.json'));
  const response = await fetch(converted.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash: 'a1' } } }),
  });
  await converted.close();
  expect(await response.json()).toMatchObject({
    data: { securityCases: { edges: [{ node: { id: CASE } }] } },
  });
});
