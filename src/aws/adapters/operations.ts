/** All operations that the adapters call. Rate limits, the read cache and IAM policies are derived from them. */
import { SERVICE_NAMES, type ServiceName } from '../../domain/services';
import type { Operation, OperationTable, ReadOperation } from '../client/operation';
import type { Adapters } from './all';
import { CLASSIFICATION_JOB_OPERATIONS } from './classification-job-operations';
import { MACIE_MEMBER_OPERATIONS } from './macie-member-operations';
import { MAILBOX_EXPORT_JOB_OPERATIONS } from './mailbox-export-job-operations';
import { SECURITY_CASE_OPERATIONS } from './security-case-operations';
import { SECURITY_CASE_PARTS_OPERATIONS } from './security-case-parts-operations';
import { MACIE_TAG_OPERATIONS, SECURITY_IR_TAG_OPERATIONS } from './tag-operations';
import { WORKMAIL_DIRECTORY_OPERATIONS } from './workmail-directory-operations';

const TABLES = {
  ClassificationJob: [CLASSIFICATION_JOB_OPERATIONS],
  MacieMember: [MACIE_MEMBER_OPERATIONS],
  MailboxExportJob: [MAILBOX_EXPORT_JOB_OPERATIONS],
  SecurityCase: [SECURITY_CASE_OPERATIONS],
  securityCaseParts: [SECURITY_CASE_PARTS_OPERATIONS],
  tags: [MACIE_TAG_OPERATIONS, SECURITY_IR_TAG_OPERATIONS],
  workMailDirectory: [WORKMAIL_DIRECTORY_OPERATIONS],
} as const satisfies Readonly<Record<keyof Adapters, readonly OperationTable[]>>;

type Tables = (typeof TABLES)[keyof typeof TABLES][number];
type WriteNames<Table> = Table extends unknown
  ? { [Name in keyof Table]: Table[Name] extends { readonly access: 'write' } ? Name : never }[keyof Table]
  : never;

/** The names of the operations that change something. */
export type WriteOperationName = WriteNames<Tables>;

/** All operations, sorted by service and name. */
export const OPERATIONS: readonly Operation[] = Object.values(TABLES)
  .flat()
  .flatMap((table: OperationTable) => Object.values(table))
  .sort(
    (a, b) =>
      SERVICE_NAMES.indexOf(a.service) - SERVICE_NAMES.indexOf(b.service) || (a.name < b.name ? -1 : 1),
  );

export const READ_OPERATIONS: readonly ReadOperation[] = OPERATIONS.filter(
  (operation) => operation.access === 'read',
);

export function operationNames(service: ServiceName, access: Operation['access']): readonly string[] {
  return OPERATIONS.filter((operation) => operation.service === service && operation.access === access).map(
    ({ name }) => name,
  );
}
