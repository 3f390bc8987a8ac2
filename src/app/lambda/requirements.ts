/** What a gateway on AWS Lambda cannot do without: its instances come and go, and keep nothing. */
import type { Config } from '../../config/config';
import { ConfigError } from '../../domain/errors';

/** Throws ConfigError. */
export function refuseUnfit({ awsMode, auditDatabaseUrl, valkeyUrl, cursorSecret }: Config): void {
  if (awsMode !== 'live') {
    throw new ConfigError(
      'AWS_MODE must be live on AWS Lambda: every instance would make up data of its own.',
    );
  }
  if (auditDatabaseUrl === undefined) {
    throw new ConfigError(
      'AUDIT_DATABASE_URL must be set on AWS Lambda: no file outlives an instance, and none may be shared.',
    );
  }
  if (valkeyUrl === undefined) {
    throw new ConfigError(
      'VALKEY_URL must be set on AWS Lambda: without it two instances could change one resource at the same time.',
    );
  }
  if (cursorSecret === undefined) {
    throw new ConfigError(
      'CURSOR_SECRET must be set on AWS Lambda: instances could not read the cursors of others.',
    );
  }
}
