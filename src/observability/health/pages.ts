/** The endpoints for Kubernetes and Prometheus: liveness, readiness and metrics. They need no sign-in and contain no secrets. */
import type { FastifyInstance } from 'fastify';
import type { GatewayMetrics } from '../metrics/gateway-metrics';
import type { Readiness } from './readiness';

export interface OperationsPages {
  readonly readiness: Readiness;
  readonly metrics: GatewayMetrics;
}

const LIVENESS_PATH = '/livez';
const READINESS_PATH = '/readyz';

/** The paths of the health checks, whose responses name no data. */
export const HEALTH_PATHS: readonly string[] = [LIVENESS_PATH, READINESS_PATH];

const uncached = { 'cache-control': 'no-store' };

/** Adds liveness and readiness, which name no target. */
export function addProbes(app: FastifyInstance, { readiness }: OperationsPages): void {
  app.get(LIVENESS_PATH, (_request, reply) => reply.headers(uncached).send({ status: 'alive' }));
  app.get(READINESS_PATH, async (_request, reply) => {
    const report = await readiness.report();
    return reply
      .code(report.status === 'ready' ? 200 : 503)
      .headers(uncached)
      .send(report);
  });
}

/** Adds the metrics, which name the targets. */
export function addMetrics(app: FastifyInstance, { metrics }: OperationsPages): void {
  app.get('/metrics', async (_request, reply) => {
    const text = await metrics.text();
    return reply.headers(uncached).type(metrics.contentType).send(text);
  });
}
