// The variables of a program in AWS_MODE=live whose AWS is an emulator.

/** Without sign-in, and with the audit trail in memory. */
export function liveEnvironment(awsUrl: string): NodeJS.ProcessEnv {
  return {
    AWS_MODE: 'live',
    AUTH: 'none',
    AWS_ENDPOINT_URL: awsUrl,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: '111122223333',
    AWS_SECRET_ACCESS_KEY: 'any',
    DATABASE_FILE: ':memory:',
  };
}
