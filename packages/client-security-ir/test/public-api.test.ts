// The public API: names, values and types. The compiler checks the types.
import * as api from '@aws-sdk/client-security-ir';
import {
  CaseStatus,
  ClosureCode,
  GetCaseCommand,
  ListCasesCommand,
  ResolverType,
  SecurityIR,
  SecurityIRServiceException,
  SelfManagedCaseStatus,
  UpdateCaseStatusCommand,
  type CloseCaseCommandOutput,
  type GetCaseCommandOutput,
  type GetCaseResponse,
  type ListCasesCommandInput,
  type ListCasesCommandOutput,
  type ListCasesItem,
  type SecurityIRClient,
  type SecurityIRClientConfig,
  type ThreatActorIp,
  type Watcher,
} from '@aws-sdk/client-security-ir';

import { credentials, withServer } from './support/client';

const names = `
  AccessDeniedException ActionType AwsRegion BatchGetMemberAccountDetailsCommand CancelMembershipCommand
  CaseAttachmentStatus CaseStatus CloseCaseCommand ClosureCode CommunicationType ConflictException CreateCaseCommand
  CreateCaseCommentCommand CreateMembershipCommand CustomerType EngagementType ExecutionStatus
  GetCaseAttachmentDownloadUrlCommand GetCaseAttachmentUploadUrlCommand GetCaseCommand GetMembershipCommand
  InternalServerException InvalidTokenException ListCaseEditsCommand ListCasesCommand ListCommentsCommand
  ListInvestigationsCommand ListMembershipsCommand ListTagsForResourceCommand MembershipAccountRelationshipStatus
  MembershipAccountRelationshipType MembershipStatus OptInFeatureName PendingAction ResolverType
  ResourceNotFoundException SecurityIR SecurityIRClient SecurityIRServiceException
  SecurityIncidentResponseNotActiveException SelfManagedCaseStatus SendFeedbackCommand ServiceQuotaExceededException
  TagResourceCommand ThrottlingException UntagResourceCommand UpdateCaseCommand UpdateCaseCommentCommand
  UpdateCaseStatusCommand UpdateMembershipCommand UpdateResolverTypeCommand UsefulnessRating ValidationException
  ValidationExceptionReason paginateListCaseEdits paginateListCases paginateListComments paginateListInvestigations
  paginateListMemberships
`;

test('exports the names of the published client', () => {
  expect(Object.keys(api).sort()).toEqual(names.trim().split(/\s+/));
});

test('enums map names to wire values', () => {
  expect(CaseStatus).toEqual({
    SUBMITTED: 'Submitted',
    ACKNOWLEDGED: 'Acknowledged',
    DETECTION_AND_ANALYSIS: 'Detection and Analysis',
    CONTAINMENT_ERADICATION_AND_RECOVERY: 'Containment, Eradication and Recovery',
    POST_INCIDENT_ACTIVITIES: 'Post-incident Activities',
    READY_TO_CLOSE: 'Ready to Close',
    CLOSED: 'Closed',
  });
  expect(SelfManagedCaseStatus).toEqual({
    SUBMITTED: 'Submitted',
    DETECTION_AND_ANALYSIS: 'Detection and Analysis',
    CONTAINMENT_ERADICATION_AND_RECOVERY: 'Containment, Eradication and Recovery',
    POST_INCIDENT_ACTIVITIES: 'Post-incident Activities',
  });
  expect(ResolverType).toEqual({ AWS: 'AWS', SELF: 'Self' });
  expect(ClosureCode).toEqual({
    INVESTIGATION_COMPLETED: 'Investigation Completed',
    NOT_RESOLVED: 'Not Resolved',
    FALSE_POSITIVE: 'False Positive',
    DUPLICATE: 'Duplicate',
  });
  expect(Object.keys(api.AwsRegion)).toHaveLength(36);
});

/** Asserts the type of a value: another type does not compile. */
const accept = <T>(value: T): T => value;

const readTyped = async (client: SecurityIRClient) => {
  const input: ListCasesCommandInput = { maxResults: 1 };
  const page = accept<ListCasesCommandOutput>(await client.send(new ListCasesCommand(input)));
  const item = accept<ListCasesItem | undefined>(page.items?.[0]);
  const detail = accept<GetCaseCommandOutput>(
    await client.send(new GetCaseCommand({ caseId: item?.caseId })),
  );
  accept<GetCaseResponse>(detail);
  accept<Watcher[] | undefined>(detail.watchers);
  accept<ThreatActorIp[] | undefined>(detail.threatActorIpAddresses);
  accept<Date | undefined>(detail.closedDate);
  const { caseStatus } = await client.send(
    new UpdateCaseStatusCommand({
      caseId: item?.caseId,
      caseStatus: SelfManagedCaseStatus.POST_INCIDENT_ACTIVITIES,
    }),
  );
  accept<SelfManagedCaseStatus | undefined>(caseStatus);
  return accept<CaseStatus | undefined>(detail.caseStatus);
};

test('inputs and outputs have types', async () => {
  const body = { items: [{ caseId: '1234567890' }], caseStatus: 'Submitted' };
  await withServer({ body }, async ({ client }) => {
    expect(await readTyped(client)).toBe(CaseStatus.SUBMITTED);
  });

  // @ts-expect-error GetCase requires a case id
  expect(new GetCaseCommand({}).input).toEqual({});
  // @ts-expect-error UpdateCaseStatus does not accept Closed
  expect(new UpdateCaseStatusCommand({ caseId: '1234567890', caseStatus: 'Closed' }).input).toBeDefined();
  expect(new ListCasesCommand().input).toEqual({});
});

describe('SecurityIR', () => {
  const withAggregate = (body: (client: SecurityIR) => Promise<void>) =>
    withServer({ body: { items: [], caseStatus: 'Closed' } }, async ({ url }) => {
      const config: SecurityIRClientConfig = { region: 'us-east-1', endpoint: url, credentials };
      const client = new SecurityIR(config);
      await body(client);
      client.destroy();
    });

  test('has a method for every command and paginator', async () => {
    await withAggregate(async (client) => {
      const methods = Object.keys(Object.getPrototypeOf(client) as object);
      const commands = Object.keys(api).filter((name) => name.endsWith('Command'));
      const paginators = Object.keys(api).filter((name) => name.startsWith('paginate'));
      expect(commands).toHaveLength(24);
      const expected = commands.map(
        (name) => name.charAt(0).toLowerCase() + name.slice(1, -'Command'.length),
      );
      expect(methods.sort()).toEqual([...expected, ...paginators].sort());
      expect(accept<ListCasesCommandOutput>(await client.listCases()).items).toEqual([]);
    });
  });

  test('accepts an input, and a callback instead of a promise', async () => {
    await withAggregate(async (client) => {
      const closed = await client.closeCase({ caseId: '1234567890' });
      expect(accept<CloseCaseCommandOutput>(closed).caseStatus).toBe('Closed');

      const viaCallback = await new Promise((resolve, reject) => {
        client.closeCase({ caseId: '1234567890' }, (error, output) => {
          if (error instanceof SecurityIRServiceException) reject(error);
          else resolve(output?.caseStatus);
        });
      });
      expect(viaCallback).toBe('Closed');
    });
  });

  test('has paginators that return pages', async () => {
    await withAggregate(async (client) => {
      const { value } = await client.paginateListComments({ caseId: '1234567890' }).next();
      expect(value).toMatchObject({ items: [] });
    });
  });
});
