/** The log: lines of JSON on standard error, with nothing in them that is not for its readers. */
import pino, { type Logger, type LoggerOptions } from 'pino';
import { serializeError } from './serialize-error';

/** Nobody logs them; should somebody do it one day, they are not written. */
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
    // An error by itself would lend the line its message.
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
