/** The figures of Macie members. */
import type { MacieMemberRecord } from '../records/macie-member';
import type { MacieMemberFigures } from '../records/statistics';
import type { MacieMemberStatus } from '../transitions/macie-member';
import { awsValueOf, countStatuses, type AwsValue, type Counting } from './counting';

export const MACIE_MEMBERS: Counting<MacieMemberRecord, AwsValue<MacieMemberStatus>, MacieMemberFigures> = {
  factsOf: ({ status, awsStatus }) => awsValueOf(status, awsStatus),
  figuresOf: (statuses) => ({ byStatus: countStatuses('MacieMember', statuses) }),
};
