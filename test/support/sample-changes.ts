// One allowed change for each status mutation: puts its resource, sends the mutation, and reads the status in AWS.
import {
  CancelClassificationJobDocument,
  CancelMailboxExportJobDocument,
  CloseSecurityCaseDocument,
  EnableMacieMemberDocument,
  PauseClassificationJobDocument,
  ResumeClassificationJobDocument,
  SuspendMacieMemberDocument,
  UpdateSecurityCaseStatusDocument,
  type AwsService,
  type ChangeOutcome,
  type ChangePartsFragment,
  type ConsequenceCode,
  type UserErrorPartsFragment,
} from '../generated/graphql';
import type { GraphqlAnswer, GraphqlError } from './gateway';
import {
  CASE,
  caseStatusInAws,
  EXPORT_JOB,
  exportStateInAws,
  JOB,
  jobStatusInAws,
  MEMBER,
  memberStatusInAws,
  putCase,
  putExportJob,
  putJob,
  putMember,
} from './resources';
import type { Harness } from './harness';

export interface RequestOptions {
  readonly id?: string;
  readonly dryRun?: boolean;
  /** The status to send as expectedStatus: the status before the change, or the requested status. */
  readonly expected?: 'from' | 'to';
}

/** The response of a status mutation, in one shape for all kinds of resources. */
export interface ChangeAnswer {
  readonly resource: { readonly id: string; readonly status: string } | null;
  readonly outcome: ChangeOutcome | null;
  readonly change: ChangePartsFragment | null;
  readonly userErrors: readonly UserErrorPartsFragment[];
  readonly errors: readonly GraphqlError[];
  /** The complete response of the gateway. */
  readonly raw: GraphqlAnswer<unknown>;
}

export interface SampleChange {
  readonly mutation: string;
  /** The global id of the resource. */
  readonly id: string;
  /** The payload's field with the resource. */
  readonly field: string;
  readonly service: { readonly signingName: string; readonly title: string; readonly name: AwsService };
  readonly read: string;
  readonly update: string;
  /** The status before the change and the requested status, in the schema's names and in AWS's. */
  readonly from: string;
  readonly to: string;
  readonly fromText: string;
  readonly toText: string;
  readonly consequences: readonly string[];
  /** Puts the resource into the status from which the change is allowed, or into the AWS status `text`. */
  readonly put: (harness: Harness, text?: string) => Promise<void>;
  readonly statusInAws: (harness: Harness) => Promise<string | undefined>;
  readonly request: (harness: Pick<Harness, 'gateway'>, options?: RequestOptions) => Promise<ChangeAnswer>;
}

interface Payload<Resource> {
  readonly resource: Resource;
  readonly outcome: ChangeOutcome;
  readonly change: ChangePartsFragment | null;
  readonly userErrors: readonly UserErrorPartsFragment[];
}

function responseOf<Data>(
  raw: GraphqlAnswer<Data>,
  read: (data: Data) => Payload<ChangeAnswer['resource']> | null,
): ChangeAnswer {
  const payload = raw.data == null ? null : read(raw.data);
  return {
    resource: payload?.resource ?? null,
    outcome: payload?.outcome ?? null,
    change: payload?.change ?? null,
    userErrors: payload?.userErrors ?? [],
    errors: raw.errors ?? [],
    raw,
  };
}

function inputOf<Status extends string>(
  sampleId: string,
  from: Status,
  to: Status,
  options: RequestOptions = {},
) {
  const { id = sampleId, dryRun = false, expected } = options;
  return { id, dryRun, expectedStatus: expected && { from, to }[expected] };
}

const MACIE = { signingName: 'macie2', title: 'Macie', name: 'MACIE' } as const;
const JOBS = {
  id: JOB,
  field: 'classificationJob',
  service: MACIE,
  read: 'DescribeClassificationJob',
  update: 'UpdateClassificationJob',
  statusInAws: (harness: Harness) => jobStatusInAws(harness),
} as const;
const MEMBERS = {
  id: MEMBER,
  field: 'macieMember',
  service: MACIE,
  read: 'GetMember',
  update: 'UpdateMemberSession',
  statusInAws: memberStatusInAws,
} as const;
const CASES = {
  id: CASE,
  field: 'securityCase',
  service: {
    signingName: 'security-ir',
    title: 'Security Incident Response',
    name: 'SECURITY_INCIDENT_RESPONSE',
  },
  read: 'GetCase',
  statusInAws: caseStatusInAws,
} as const;

export const PAUSE: SampleChange = {
  ...JOBS,
  mutation: 'pauseClassificationJob',
  from: 'RUNNING',
  to: 'USER_PAUSED',
  fromText: 'RUNNING',
  toText: 'USER_PAUSED',
  consequences: ['EXPIRES_AFTER_30_DAYS'],
  put: (harness, text = 'RUNNING') => putJob(harness, text),
  request: async (harness, options) => {
    const input = inputOf(JOB, 'RUNNING', 'USER_PAUSED', options);
    const raw = await harness.gateway.execute(PauseClassificationJobDocument, { input });
    return responseOf(raw, ({ pauseClassificationJob: payload }) => payload && ofJob(payload));
  },
};

export const RESUME: SampleChange = {
  ...JOBS,
  mutation: 'resumeClassificationJob',
  from: 'USER_PAUSED',
  to: 'RUNNING',
  fromText: 'USER_PAUSED',
  toText: 'RUNNING',
  consequences: ['MAY_LAND_IN_IDLE'],
  put: (harness, text = 'USER_PAUSED') => putJob(harness, text),
  request: async (harness, options) => {
    const input = inputOf(JOB, 'USER_PAUSED', 'RUNNING', options);
    const raw = await harness.gateway.execute(ResumeClassificationJobDocument, { input });
    return responseOf(raw, ({ resumeClassificationJob: payload }) => payload && ofJob(payload));
  },
};

export const CANCEL: SampleChange = {
  ...JOBS,
  mutation: 'cancelClassificationJob',
  from: 'IDLE',
  to: 'CANCELLED',
  fromText: 'IDLE',
  toText: 'CANCELLED',
  consequences: ['IRREVERSIBLE'],
  put: (harness, text = 'IDLE') => putJob(harness, text, { jobType: 'SCHEDULED' }),
  request: async (harness, options) => {
    const input = inputOf(JOB, 'IDLE', 'CANCELLED', options);
    const raw = await harness.gateway.execute(CancelClassificationJobDocument, { input });
    return responseOf(raw, ({ cancelClassificationJob: payload }) => payload && ofJob(payload));
  },
};

export const SUSPEND: SampleChange = {
  ...MEMBERS,
  mutation: 'suspendMacieMember',
  from: 'ENABLED',
  to: 'PAUSED',
  fromText: 'Enabled',
  toText: 'Paused',
  consequences: ['CANCELS_ALL_JOBS_OF_ACCOUNT', 'FINDINGS_KEPT_90_DAYS'],
  put: (harness, text = 'Enabled') => putMember(harness, text),
  request: async (harness, options) => {
    const acknowledge: ConsequenceCode[] = ['CANCELS_ALL_JOBS_OF_ACCOUNT'];
    const input = { ...inputOf(MEMBER, 'ENABLED', 'PAUSED', options), acknowledge };
    const raw = await harness.gateway.execute(SuspendMacieMemberDocument, { input });
    return responseOf(raw, ({ suspendMacieMember: payload }) => payload && ofMember(payload));
  },
};

export const ENABLE: SampleChange = {
  ...MEMBERS,
  mutation: 'enableMacieMember',
  from: 'PAUSED',
  to: 'ENABLED',
  fromText: 'Paused',
  toText: 'Enabled',
  consequences: [],
  put: (harness, text = 'Paused') => putMember(harness, text),
  request: async (harness, options) => {
    const input = inputOf(MEMBER, 'PAUSED', 'ENABLED', options);
    const raw = await harness.gateway.execute(EnableMacieMemberDocument, { input });
    return responseOf(raw, ({ enableMacieMember: payload }) => payload && ofMember(payload));
  },
};

export const CANCEL_EXPORT: SampleChange = {
  id: EXPORT_JOB,
  field: 'mailboxExportJob',
  service: { signingName: 'workmail', title: 'WorkMail', name: 'WORKMAIL' },
  read: 'DescribeMailboxExportJob',
  update: 'CancelMailboxExportJob',
  mutation: 'cancelMailboxExportJob',
  from: 'RUNNING',
  to: 'CANCELLED',
  fromText: 'RUNNING',
  toText: 'CANCELLED',
  consequences: ['IRREVERSIBLE', 'MAY_COMPLETE_ANYWAY'],
  put: (harness, text = 'RUNNING') => putExportJob(harness, text),
  statusInAws: exportStateInAws,
  request: async (harness, options) => {
    const input = inputOf(EXPORT_JOB, 'RUNNING', 'CANCELLED', options);
    const raw = await harness.gateway.execute(CancelMailboxExportJobDocument, { input });
    return responseOf(raw, ({ cancelMailboxExportJob: payload }) => {
      const job = payload?.mailboxExportJob;
      return payload && { ...payload, resource: job ? { id: job.id, status: job.status } : null };
    });
  },
};

export const MOVE_CASE: SampleChange = {
  ...CASES,
  mutation: 'updateSecurityCaseStatus',
  update: 'UpdateCaseStatus',
  from: 'DETECTION_AND_ANALYSIS',
  to: 'CONTAINMENT_ERADICATION_AND_RECOVERY',
  fromText: 'Detection and Analysis',
  toText: 'Containment, Eradication and Recovery',
  consequences: [],
  put: (harness, text = 'Detection and Analysis') => putCase(harness, text),
  request: async (harness, options) => {
    const status = 'CONTAINMENT_ERADICATION_AND_RECOVERY';
    const input = { ...inputOf(CASE, 'DETECTION_AND_ANALYSIS', status, options), status } as const;
    const raw = await harness.gateway.execute(UpdateSecurityCaseStatusDocument, { input });
    return responseOf(raw, ({ updateSecurityCaseStatus: payload }) => payload && ofCase(payload));
  },
};

export const CLOSE_CASE: SampleChange = {
  ...CASES,
  mutation: 'closeSecurityCase',
  update: 'CloseCase',
  from: 'READY_TO_CLOSE',
  to: 'CLOSED',
  fromText: 'Ready to Close',
  toText: 'Closed',
  consequences: ['IRREVERSIBLE'],
  put: (harness, text = 'Ready to Close') => putCase(harness, text, 'AWS'),
  request: async (harness, options) => {
    const input = inputOf(CASE, 'READY_TO_CLOSE', 'CLOSED', options);
    const raw = await harness.gateway.execute(CloseSecurityCaseDocument, { input });
    return responseOf(raw, ({ closeSecurityCase: payload }) => payload && ofCase(payload));
  },
};

export const SAMPLE_CHANGES = [
  PAUSE,
  RESUME,
  CANCEL,
  SUSPEND,
  ENABLE,
  CANCEL_EXPORT,
  MOVE_CASE,
  CLOSE_CASE,
] as const;

type PayloadParts = Omit<Payload<never>, 'resource'>;

function ofJob(payload: PayloadParts & { classificationJob: { id: string; status: string } | null }) {
  return { ...payload, resource: payload.classificationJob };
}

function ofMember(payload: PayloadParts & { macieMember: { id: string; status: string } | null }) {
  const { macieMember: member } = payload;
  return { ...payload, resource: member && { id: member.id, status: member.status } };
}

function ofCase(payload: PayloadParts & { securityCase: { id: string; status: string } | null }) {
  return { ...payload, resource: payload.securityCase };
}
