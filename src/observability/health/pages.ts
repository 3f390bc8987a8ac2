/** What Kubernetes and Prometheus ask for: health, and metrics. Nothing in them is for anyone's eyes only. */
import type { FastifyInstance } from 'fastify';
import type { GatewayMetrics } from '../metrics/gateway-metrics';
import type { Readiness } from './readiness';

export interface OperationsPages {
  readonly readiness: Readiness;
  readonly metrics: GatewayMetrics;
}

export function addOperationsPages(app: FastifyInstance, { readiness, metrics }: OperationsPages): void {
  const uncached = { 'cache-control': 'no-store' };
  app.get('/livez', (_request, reply) => reply.headers(uncached).send({ status: 'alive' }));
  app.get('/readyz', async (_request, reply) => {
    const report = await readiness.report();
    return reply
      .code(report.status === 'ready' ? 200 : 503)
      .headers(uncached)
      .send(report);
  });
  app.get('/metrics', async (_request, reply) => {
    const text = await metrics.text();
    return reply.headers(uncached).type(metrics.contentType).send(text);
  });
}
