// An emulated AWS with canaries in its data and in its error messages.
import type { TestEmulator } from '../support/emulator';
import { ACCOUNT_ID, CASE_ID, EXPORT_JOB_ID, JOB_ID, ORGANIZATION_ID } from '../support/resources';
import { all, CANARIES } from './canaries';

const [ARN, TEXT, KEY, EMAIL] = CANARIES.awsData;

/** The errors that AWS returns, all with the same message. */
export const AWS_FAILURES = [
  { type: 'AccessDeniedException', status: 403 },
  { type: 'ValidationException', status: 400 },
  { type: 'ConflictException', status: 409 },
  { type: 'InternalServerException', status: 500 },
  { type: 'ThrottlingException', status: 429, retryAfterSeconds: 1 },
  { type: 'SomethingOfItsOwnException', status: 418 },
] as const;

const SERVICES = ['macie2', 'workmail', 'security-ir'] as const;

/** Puts resources with canaries into AWS. */
export async function fillAws(emulator: TestEmulator): Promise<void> {
  const put = (service: string, resource: string, id: string, set: object, organizationId?: string) =>
    emulator.control('POST', '/put', { service, resource, id, set, organizationId });
  await put('macie2', 'job', JOB_ID, {
    name: `${TEXT} ${KEY}`,
    description: all('awsData'),
    jobType: 'ONE_TIME',
    jobStatus: 'RUNNING',
    tags: { [KEY]: ARN },
  });
  await put('macie2', 'member', ACCOUNT_ID, { relationshipStatus: 'Enabled', email: EMAIL });
  await put('workmail', 'organization', ORGANIZATION_ID, { Alias: 'canary-in-data' });
  const bucket = { S3BucketName: 'canary-in-data', Description: all('awsData') };
  await put(
    'workmail',
    'exportJob',
    EXPORT_JOB_ID,
    { EntityId: 'S-1-1-11-1111111111', State: 'RUNNING', ...bucket },
    ORGANIZATION_ID,
  );
  await put('security-ir', 'case', CASE_ID, {
    title: TEXT,
    description: all('awsData'),
    caseStatus: 'Submitted',
    resolverType: 'Self',
    watchers: [{ email: EMAIL }],
  });
}

/** Makes every call fail until `restoreAws`. Throttling ends after three calls, because it slows the SDK down. */
export async function breakAws(emulator: TestEmulator, error: (typeof AWS_FAILURES)[number]): Promise<void> {
  const count = error.status === 429 ? 3 : undefined;
  for (const service of SERVICES) {
    const fault = { service, operation: '*', count, error: { ...error, message: all('awsError') } };
    await emulator.control('POST', '/faults', fault);
  }
}

/** Removes the failures. */
export async function restoreAws(emulator: TestEmulator): Promise<void> {
  await emulator.control('DELETE', '/faults');
}
