/** The configuration that AWS Lambda requires: instances are short-lived and share no memory or files. */
import type { Config } from '../../config/config';
import { ConfigError } from '../../domain/errors';

/** Throws ConfigError when the configuration does not work on AWS Lambda. */
export function checkLambdaConfig({ awsMode, databaseUrl, valkeyUrl, cursorSecret }: Config): void {
  if (awsMode !== 'live') {
    throw new ConfigError('AWS_MODE must be live on AWS Lambda: each instance would have its own emulator.');
  }
  if (databaseUrl === undefined) {
    throw new ConfigError('DATABASE_URL must be set on AWS Lambda: an instance cannot keep or share a file.');
  }
  if (valkeyUrl === undefined) {
    throw new ConfigError(
      'VALKEY_URL must be set on AWS Lambda: without it, two instances could change a resource at the same time.',
    );
  }
  if (cursorSecret === undefined) {
    throw new ConfigError(
      'CURSOR_SECRET must be set on AWS Lambda: without it, an instance cannot open the cursors of other instances.',
    );
  }
}
