/** The plugin that reports the AWS usage of a request: in its record, and on request in `extensions.aws` of the response. */
import type { ApolloServerPlugin, GraphQLRequestContextWillSendResponse } from '@apollo/server';
import type { UsageReport } from '../../aws/client/usage';
import type { Context } from '../context';
import { USAGE_HEADER } from '../request-headers';
import type { Isolation } from '../../observability/isolation';
import { SERVICES } from '../../domain/services';

export function usagePlugin(isolation: Isolation): ApolloServerPlugin<Context> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse: (request) => {
          isolation.run('usage.report', () => {
            const { call, record } = request.contextValue;
            record.aws = call.usage.report();
            addUsage(request, record.aws);
          });
          return Promise.resolve();
        },
      }),
  };
}

function addUsage(
  { request, response }: GraphQLRequestContextWillSendResponse<Context>,
  report: UsageReport,
): void {
  const { body, http } = response;
  if (report.oldest !== undefined) http.headers.set('age', String(ageOf(report.oldest)));
  if (body.kind !== 'single' || request.http?.headers.get(USAGE_HEADER) !== 'true') return;
  const operations = report.operations.map((line) => ({
    ...line,
    service: SERVICES[line.service].graphqlName,
  }));
  body.singleResult.extensions = { ...body.singleResult.extensions, aws: { ...report, operations } };
}

/** Returns whole seconds, as in the HTTP header Age. */
function ageOf(time: Date): number {
  return Math.max(0, Math.floor((Date.now() - time.getTime()) / 1000));
}
