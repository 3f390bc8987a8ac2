// The Kubernetes manifests: the parts that tests check.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { z } from 'zod';

const FOLDER = join(__dirname, '../../deploy/kubernetes');

const labels = z.record(z.string(), z.string());
const selector = z.object({ matchLabels: labels.default({}) });
const portName = z.union([z.string(), z.number()]);
const named = z.object({ name: z.string() });
const probe = z.object({
  httpGet: z.object({ path: z.string(), port: portName }).optional(),
  tcpSocket: z.object({ port: portName }).optional(),
});

const container = z.object({
  name: z.string(),
  image: z.string(),
  envFrom: z.array(z.object({ configMapRef: named.optional(), secretRef: named.optional() })).default([]),
  ports: z.array(z.object({ name: z.string(), containerPort: z.number() })),
  startupProbe: probe.optional(),
  livenessProbe: probe,
  readinessProbe: probe,
  resources: z.object({ requests: labels, limits: labels }),
  securityContext: z.object({
    allowPrivilegeEscalation: z.boolean(),
    readOnlyRootFilesystem: z.boolean(),
    capabilities: z.object({ drop: z.array(z.string()) }),
  }),
  volumeMounts: z.array(z.object({ name: z.string(), mountPath: z.string() })).default([]),
});

const pod = z.object({
  automountServiceAccountToken: z.boolean(),
  serviceAccountName: z.string().optional(),
  terminationGracePeriodSeconds: z.number().optional(),
  securityContext: z.object({
    runAsNonRoot: z.boolean(),
    runAsUser: z.number(),
    seccompProfile: z.object({ type: z.string() }),
  }),
  topologySpreadConstraints: z.array(z.object({ labelSelector: selector })).default([]),
  containers: z.array(container).min(1),
  volumes: z
    .array(
      z.object({
        name: z.string(),
        configMap: named.optional(),
        secret: z.object({ secretName: z.string() }).optional(),
      }),
    )
    .default([]),
});

const workload = z.object({
  selector,
  template: z.object({ metadata: z.object({ labels }), spec: pod }),
  volumeClaimTemplates: z.array(z.object({ metadata: named })).default([]),
});

const peer = z.object({ podSelector: selector.optional() });
const rule = z.object({
  from: z.array(peer).default([]),
  to: z.array(peer).default([]),
  ports: z.array(z.object({ port: portName })),
});

/** The specifications by kind. Of other kinds the tests check only the name. */
export const SPECS = {
  Deployment: workload,
  StatefulSet: workload,
  Service: z.object({
    selector: labels,
    ports: z.array(z.object({ port: z.number(), targetPort: portName })),
  }),
  PodDisruptionBudget: z.object({ selector }),
  HorizontalPodAutoscaler: z.object({
    scaleTargetRef: z.object({ kind: z.string(), name: z.string() }),
    minReplicas: z.number(),
  }),
  NetworkPolicy: z.object({
    podSelector: selector,
    policyTypes: z.array(z.string()),
    ingress: z.array(rule).default([]),
    egress: z.array(rule).default([]),
  }),
} as const;

const manifest = z.looseObject({
  apiVersion: z.string(),
  kind: z.string(),
  metadata: z.object({ name: z.string() }).optional(),
  resources: z.array(z.string()).optional(),
  data: labels.optional(),
  stringData: labels.optional(),
  spec: z.unknown().optional(),
});

export type Manifest = z.infer<typeof manifest> & { readonly file: string };
export type Workload = z.infer<typeof workload> & { readonly name: string };

export const manifestFiles = readdirSync(FOLDER).sort();

/** Every document of every file. Throws for invalid YAML or an invalid shape. */
export const manifests: readonly Manifest[] = manifestFiles.flatMap((file) =>
  [...parseAllDocuments(readFileSync(join(FOLDER, file), 'utf8'))].map((document) => {
    const [problem] = [...document.errors, ...document.warnings];
    if (problem !== undefined) throw problem;
    return { ...manifest.parse(document.toJS()), file };
  }),
);

/** Every object of a kind with its specification. */
export function specsOf<Kind extends keyof typeof SPECS>(
  kind: Kind,
): (z.infer<(typeof SPECS)[Kind]> & { readonly name: string })[] {
  return manifests
    .filter((each) => each.kind === kind)
    .map(({ metadata, spec }) => {
      const parsed = SPECS[kind].parse(spec) as z.infer<(typeof SPECS)[Kind]>;
      return { ...parsed, name: metadata?.name ?? '' };
    });
}

export const workloads: readonly Workload[] = [...specsOf('Deployment'), ...specsOf('StatefulSet')];

/** The data of a ConfigMap or of the example of a Secret. */
export function dataOf(kind: 'ConfigMap' | 'Secret', name: string): Readonly<Record<string, string>> {
  const found = manifests.find((each) => each.kind === kind && each.metadata?.name === name);
  const data = found?.data ?? found?.stringData;
  if (data === undefined) throw new Error(`There is no ${kind} ${name}.`);
  return data;
}
