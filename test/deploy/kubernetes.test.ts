// deploy/kubernetes: the manifests agree with each other, with the image, and with the gateway's environment variables.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig, VARIABLE_GROUPS } from '../../src/config/config';
import { finalOf, lastOf, parseDockerfile, variablesOf } from '../support/dockerfile';
import { dataOf, manifestFiles, manifests, specsOf, workloads, type Workload } from '../support/manifests';
import { readDocument } from '../support/markdown';

const GATEWAY = 'secops-graph';
/** Seconds, after the drain delay. */
const SHUTDOWN_SECONDS = 18;

const { version } = JSON.parse(readDocument('package.json')) as { version: string };
const image = finalOf(parseDockerfile(readDocument('deploy/Dockerfile')));
const environment = { ...dataOf('ConfigMap', GATEWAY), ...dataOf('Secret', GATEWAY) };
const live = { AWS_MODE: 'live', AWS_REGION: 'us-east-1', AUTH: 'none' };
const known = Object.values(VARIABLE_GROUPS).flatMap((group) => Object.keys(group));

const podsOf = ({ template }: Workload) => template.spec;
const containersOf = (workload: Workload) => podsOf(workload).containers;

function gateway(): Workload {
  const [found] = specsOf('Deployment');
  if (found?.name !== GATEWAY) throw new Error('The manifests have no Deployment of the gateway.');
  return found;
}

/** The workloads whose pods a selector matches. */
const matching = (labels: Readonly<Record<string, string>>) =>
  workloads.filter(({ template }) =>
    Object.entries(labels).every(([name, value]) => template.metadata.labels[name] === value),
  );

test('kustomization.yaml lists every manifest but the example of the secrets', () => {
  const listed = manifests.find(({ kind }) => kind === 'Kustomization')?.resources ?? [];
  expect([...listed, 'kustomization.yaml', 'secrets.example.yaml'].sort()).toEqual(manifestFiles);
});

test('objects of one kind have unique names', () => {
  const names = manifests.map(({ kind, metadata }) => `${kind} ${metadata?.name ?? ''}`);
  expect(names).toHaveLength(17);
  expect(new Set(names).size).toBe(names.length);
});

test('every selector matches the pods of one workload', () => {
  const selectors = [
    ...workloads.map(({ selector }) => selector.matchLabels),
    ...workloads.flatMap((each) =>
      podsOf(each).topologySpreadConstraints.map(({ labelSelector }) => labelSelector.matchLabels),
    ),
    ...specsOf('Service').map(({ selector }) => selector),
    ...specsOf('PodDisruptionBudget').map(({ selector }) => selector.matchLabels),
    ...specsOf('NetworkPolicy').flatMap(({ name, podSelector, ingress, egress }) => [
      ...(name === 'deny-all' ? [] : [podSelector.matchLabels]),
      ...[...ingress, ...egress].flatMap(({ from, to }) =>
        [...from, ...to].flatMap((peer) => (peer.podSelector ? [peer.podSelector.matchLabels] : [])),
      ),
    ]),
  ];
  expect(selectors.map((labels) => matching(labels).length)).toEqual(selectors.map(() => 1));
  for (const workload of workloads) expect(matching(workload.selector.matchLabels)).toEqual([workload]);
});

test('the network policies deny all traffic that they do not name', () => {
  const denied = specsOf('NetworkPolicy').find(({ name }) => name === 'deny-all');
  expect(denied).toEqual({
    name: 'deny-all',
    podSelector: { matchLabels: {} },
    policyTypes: ['Ingress', 'Egress'],
    ingress: [],
    egress: [],
  });
  const open = specsOf('NetworkPolicy').flatMap(({ ingress, egress }) =>
    [...ingress.map(({ from }) => from), ...egress.map(({ to }) => to)].filter((peers) => peers.length === 0),
  );
  expect(open).toEqual([]);
});

test('every named port is a port of a container', () => {
  const ports = new Set<string | number>(
    workloads.flatMap((each) =>
      containersOf(each).flatMap((container) => container.ports.map(({ name }) => name)),
    ),
  );
  const named = [
    ...specsOf('Service').flatMap(({ ports: all }) => all.map(({ targetPort }) => targetPort)),
    ...specsOf('NetworkPolicy').flatMap(({ ingress, egress }) =>
      [...ingress, ...egress].flatMap((rule) => rule.ports.map(({ port }) => port)),
    ),
    ...workloads
      .flatMap(containersOf)
      .flatMap(({ startupProbe, livenessProbe, readinessProbe }) =>
        [startupProbe, livenessProbe, readinessProbe].flatMap((probe) =>
          probe === undefined ? [] : [(probe.httpGet ?? probe.tcpSocket)?.port ?? 'none'],
        ),
      ),
  ].filter((port) => typeof port === 'string');
  expect(named.length).toBeGreaterThan(8);
  expect(named.filter((port) => !ports.has(port))).toEqual([]);
});

test('the gateway listens on the ports of the image and the deployment', () => {
  const ports = Object.fromEntries(
    containersOf(gateway()).flatMap((each) =>
      each.ports.map(({ name, containerPort }) => [name, containerPort]),
    ),
  );
  expect(ports).toEqual({
    graphql: Number(environment.PORT),
    operations: Number(environment.OPERATIONS_PORT),
  });
  expect(lastOf(image, 'EXPOSE').words.map(Number)).toEqual(Object.values(ports));
  expect(variablesOf(image)).toMatchObject({
    PORT: environment.PORT,
    OPERATIONS_PORT: environment.OPERATIONS_PORT,
  });
  const [container] = containersOf(gateway());
  expect([container?.livenessProbe.httpGet?.path, container?.readinessProbe.httpGet?.path]).toEqual([
    '/livez',
    '/readyz',
  ]);
});

test('every referenced object exists', () => {
  const existing = new Set(manifests.map(({ kind, metadata }) => `${kind} ${metadata?.name ?? ''}`));
  const named = workloads
    .flatMap(podsOf)
    .flatMap(({ containers, volumes, serviceAccountName }) => [
      ...(serviceAccountName === undefined ? [] : [`ServiceAccount ${serviceAccountName}`]),
      ...containers.flatMap(({ envFrom }) =>
        envFrom.map(({ configMapRef, secretRef }) =>
          configMapRef ? `ConfigMap ${configMapRef.name}` : `Secret ${secretRef?.name ?? ''}`,
        ),
      ),
      ...volumes.map(({ configMap, secret }) =>
        configMap ? `ConfigMap ${configMap.name}` : `Secret ${secret?.secretName ?? ''}`,
      ),
    ]);
  expect(named.filter((each) => !existing.has(each))).toEqual([]);
  for (const workload of workloads) {
    const volumes = [
      ...podsOf(workload).volumes.map(({ name }) => name),
      ...workload.volumeClaimTemplates.map(({ metadata }) => metadata.name),
    ];
    const mounted = containersOf(workload).flatMap(({ volumeMounts }) =>
      volumeMounts.map(({ name }) => name),
    );
    expect(mounted.sort()).toEqual(volumes.sort());
  }
  const [scaler] = specsOf('HorizontalPodAutoscaler');
  expect(scaler).toMatchObject({ scaleTargetRef: { kind: 'Deployment', name: GATEWAY }, minReplicas: 2 });
});

test('every variable is a variable of the gateway', () => {
  const set = [...Object.keys(environment), ...Object.keys(variablesOf(image))];
  expect(set.filter((name) => !known.includes(name))).toEqual([]);
});

test('the gateway accepts the configuration in the manifests and their mounted files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'secops-graph-'));
  const env: Record<string, string> = { ...environment };
  const { volumes, containers } = podsOf(gateway());
  for (const { name, mountPath } of containers.flatMap(({ volumeMounts }) => volumeMounts)) {
    const map = volumes.find((volume) => volume.name === name)?.configMap?.name ?? '';
    for (const [file, text] of Object.entries(dataOf('ConfigMap', map))) {
      writeFileSync(join(folder, file), text);
      for (const [variable, value] of Object.entries(env)) {
        if (value === join(mountPath, file)) env[variable] = join(folder, file);
      }
    }
  }
  const config = readConfig(env);
  rmSync(folder, { recursive: true });
  expect(config).toMatchObject({
    host: '0.0.0.0',
    awsMode: 'live',
    explorer: false,
    console: false,
    valkeyUrl: environment.VALKEY_URL,
    databaseUrl: environment.DATABASE_URL,
    targets: [{ name: 'security-us' }, { name: 'security-eu', services: ['macie2', 'security-ir'] }],
  });
});

test('the gateway trusts no network of proxies, only addresses that the operator fills in', () => {
  const proxies = readConfig({ ...live, TRUST_PROXY: environment.TRUST_PROXY }).http.trustedProxies;
  expect(proxies.length).toBeGreaterThan(0);
  // Addresses for documentation (RFC 5737): until they are replaced, the gateway trusts no proxy.
  for (const proxy of proxies) expect(proxy).toMatch(/^192\.0\.2\.\d+$/);
});

test('VALKEY_URL contains the password and the port of Valkey', () => {
  const { hostname, password, port } = new URL(environment.VALKEY_URL ?? '');
  expect(dataOf('Secret', 'valkey')['password.conf']).toBe(`requirepass ${password}`);
  const service = specsOf('Service').find(({ name }) => name === hostname);
  expect(service?.ports.map((each) => String(each.port))).toEqual([port]);
  const conf = dataOf('ConfigMap', 'valkey')['valkey.conf'] ?? '';
  for (const line of ['appendonly yes', 'maxmemory-policy noeviction']) expect(conf).toContain(line);
});

test('the committed manifests contain no secrets', () => {
  const secrets = manifests.filter(({ kind }) => kind === 'Secret');
  expect(secrets.map(({ file }) => file)).toEqual(['secrets.example.yaml', 'secrets.example.yaml']);
  const values = secrets.flatMap(({ stringData }) => Object.values(stringData ?? {}));
  expect(values.filter((value) => !value.includes('REPLACE'))).toEqual([]);
});

test('images are pinned, and the gateway’s image has this version', () => {
  const images = workloads.flatMap(containersOf).map((each) => each.image);
  for (const each of images) expect(each).toMatch(/:(?!latest)\d[\w.-]*(@sha256:[0-9a-f]{64})?$/);
  expect(containersOf(gateway()).map((each) => each.image.split(':')[1])).toEqual([version]);
});

test('pods follow the restricted security standard and have memory limits', () => {
  for (const workload of workloads) {
    expect(podsOf(workload)).toMatchObject({
      automountServiceAccountToken: false,
      securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
    });
    expect(podsOf(workload).securityContext.runAsUser).toBeGreaterThan(0);
    for (const { securityContext, resources } of containersOf(workload)) {
      expect(securityContext).toEqual({
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] },
      });
      expect(Object.keys(resources.limits)).toContain('memory');
    }
  }
  expect(lastOf(image, 'USER').text).toBe(`${podsOf(gateway()).securityContext.runAsUser}:65532`);
});

test('the termination grace period is longer than the drain delay and the gateway’s shutdown', () => {
  expect(environment.DRAIN_DELAY_SECONDS).toBe('5');
  const needed = Number(environment.DRAIN_DELAY_SECONDS) + SHUTDOWN_SECONDS;
  expect(podsOf(gateway()).terminationGracePeriodSeconds).toBeGreaterThan(needed);
});
