/** The environment variables of a live gateway, and of other programs with AWS clients, that call a local service instead of AWS. */
import { join } from 'node:path';

/** A file that does not exist. The AWS settings of this machine must not affect the benchmark. */
const NO_FILE = join(__dirname, 'none');

/** @param endpoint the URL that all AWS clients call. */
export function liveVariables(endpoint: string) {
  return {
    NODE_ENV: 'production',
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
    AWS_ENDPOINT_URL: endpoint,
    AWS_ACCESS_KEY_ID: '111122223333',
    AWS_SECRET_ACCESS_KEY: 'any',
    AWS_CONFIG_FILE: NO_FILE,
    AWS_SHARED_CREDENTIALS_FILE: NO_FILE,
    AWS_MODE: 'live',
    AUTH: 'none',
    DATABASE_FILE: ':memory:',
    PORT: '0',
  };
}
