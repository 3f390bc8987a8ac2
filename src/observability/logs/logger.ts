/** The log: JSON lines on standard error, without secrets. */
import pino, { type Logger, type LoggerOptions } from 'pino';
import { serializeError } from './serialize-error';

/** A safety net: no code logs these keys, and the log redacts them should code ever do so. */
const SECRETS = [
  'authorization',
  'cookie',
  'password',
  'secret',
  'token',
  'accessKeyId',
  'secretAccessKey',
  'sessionToken',
];

const OPTIONS: LoggerOptions = {
  redact: {
    paths: [
      ...SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
      ...['headers', '*.headers', 'variables', '*.variables'],
    ],
    censor: '[redacted]',
  },
  serializers: { err: serializeError },
  hooks: {
    // Without this hook, pino uses the message of an error as the message of the line.
    logMethod(args, method) {
      const [first, ...others] = args as unknown[];
      if (first instanceof Error && others.length === 0) method.call(this, { err: first }, 'error');
      else method.apply(this, args);
    },
  },
};

export function createLogger(level: string): Logger {
  return pino({ ...OPTIONS, level }, pino.destination({ dest: 2, sync: true }));
}
