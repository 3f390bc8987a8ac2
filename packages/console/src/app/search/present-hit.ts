/** The name and the tone of a resource that a search found, as its list shows them. */
import type { Tone } from '../components/tone';
import { CASE_TONES } from '../pages/cases/case-labels';
import { EXPORT_TONES } from '../pages/exports/export-labels';
import { JOB_TONES } from '../pages/jobs/job-labels';
import { MEMBER_TONES } from '../pages/members/member-labels';
import type { searchResultsQuery$data } from './__generated__/searchResultsQuery.graphql';

type FoundResource = NonNullable<searchResultsQuery$data['search']>['nodes'][number]['resource'];

export function presentHit(resource: FoundResource): { readonly name: string; readonly tone: Tone } {
  const { jobName, jobId, jobStatus, accountId, memberStatus } = resource;
  const { description, exportId, exportStatus, title, caseId, caseStatus } = resource;
  if (jobStatus != null) return { name: jobName ?? jobId ?? resource.id, tone: JOB_TONES[jobStatus] };
  if (memberStatus != null) return { name: accountId ?? resource.id, tone: MEMBER_TONES[memberStatus] };
  if (exportStatus != null)
    return { name: description ?? exportId ?? resource.id, tone: EXPORT_TONES[exportStatus] };
  if (caseStatus != null) return { name: title ?? caseId ?? resource.id, tone: CASE_TONES[caseStatus] };
  return { name: resource.id, tone: 'waiting' };
}
