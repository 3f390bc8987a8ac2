/** The states of WorkMail organizations: a free string in AWS's model, written in different cases. */
import { AwsError, OrganizationStateError } from '../../domain/errors';

/** The states of organizations that have no export jobs: never active, or gone. */
const WITHOUT_JOBS: ReadonlySet<string> = new Set(['requested', 'creating', 'failed', 'deleted']);

/** The states whose names may appear in messages; any other text of AWS may not. */
const STATE_NAME = /^[A-Za-z_ ]{1,40}$/;

export function canHaveExportJobs(state: string | undefined): boolean {
  return !WITHOUT_JOBS.has(state?.toLowerCase() ?? '');
}

/** The output of the call. Rejects with OrganizationStateError instead of WorkMail's OrganizationStateException. */
export async function inOrganization<Output>(
  organization: { readonly organizationId: string; readonly state?: string | undefined },
  call: Promise<Output>,
): Promise<Output> {
  try {
    return await call;
  } catch (error) {
    if (!(error instanceof AwsError) || error.details.awsCode !== 'OrganizationStateException') throw error;
    const { organizationId, state = '' } = organization;
    throw new OrganizationStateError(organizationId, STATE_NAME.test(state) ? state : undefined, error);
  }
}
