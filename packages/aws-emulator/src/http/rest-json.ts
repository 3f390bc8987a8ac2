/** The restJson1 protocol: the operation in method and path, the error type in the x-amzn-errortype header. */
import { AwsError } from '../kernel/aws-error';
import type { HttpBinding } from '../kernel/operation';
import type { Service } from '../kernel/service';
import { JSON_ERROR_NAMES, readJsonObject, retryAfter, type HttpReply, type Protocol } from './protocol';

const CONTENT_TYPE = 'application/json';

export const REST_JSON = {
  errorNames: JSON_ERROR_NAMES,

  route(service, { method, target, body }) {
    const [path = '', query = ''] = target.split('?', 2);
    const segments = path.split('/').slice(1);
    for (const { name, http } of service.operations) {
      if (http?.method !== method) continue;
      const labels = matchPath(http.path, segments);
      if (labels === undefined) continue;
      return {
        operation: name,
        readInput: () => ({
          ...readJsonObject(service, body),
          ...readQuery(service, http, query),
          ...decodeLabels(service, labels),
        }),
        success: (output) => reply(http.status, output),
      };
    }
    throw new AwsError(JSON_ERROR_NAMES.unknownOperation, 404, `There is no operation at ${method} ${path}.`);
  },

  failure: (error: AwsError) =>
    reply(
      error.status,
      { message: error.message, ...error.members },
      {
        'x-amzn-errortype': error.type,
        ...retryAfter(error),
      },
    ),
} satisfies Protocol;

const TEMPLATES = new Map<string, readonly string[]>();

function templateOf(path: string): readonly string[] {
  const cached = TEMPLATES.get(path);
  if (cached !== undefined) return cached;
  const template = path.split('/').slice(1);
  TEMPLATES.set(path, template);
  return template;
}

/** The encoded labels of a path, or undefined if the path does not match. A label is never empty. */
function matchPath(path: string, segments: readonly string[]): [name: string, value: string][] | undefined {
  const template = templateOf(path);
  if (template.length !== segments.length) return undefined;
  const labels: [string, string][] = [];
  for (const [index, part] of template.entries()) {
    const segment = segments[index] ?? '';
    if (!part.startsWith('{')) {
      if (part !== segment) return undefined;
    } else if (segment === '') {
      return undefined;
    } else {
      labels.push([part.slice(1, -1), segment]);
    }
  }
  return labels;
}

function decodeLabels(service: Service, labels: readonly [string, string][]): Record<string, string> {
  try {
    return Object.fromEntries(labels.map(([name, value]) => [name, decodeURIComponent(value)]));
  } catch {
    throw service.errors.unparsable('The path is not percent-encoded correctly.');
  }
}

function readQuery(service: Service, http: HttpBinding, query: string): Record<string, unknown> {
  if (http.query === undefined || query === '') return {};
  const parameters = new URLSearchParams(query);
  const members: Record<string, unknown> = {};
  for (const [name, type] of Object.entries(http.query)) {
    const value = parameters.get(name);
    if (value === null) continue;
    if (type === 'strings') {
      members[name] = parameters.getAll(name);
      continue;
    }
    if (type === 'integer' && !/^-?\d+$/.test(value)) {
      throw service.errors.unparsable(`The value of ${name} is not an integer.`);
    }
    members[name] = type === 'integer' ? Number(value) : value;
  }
  return members;
}

function reply(status: number, members: unknown, headers: Record<string, string> = {}): HttpReply {
  const body = status === 204 ? '' : JSON.stringify(members);
  return { status, headers: { 'content-type': CONTENT_TYPE, ...headers }, body };
}
