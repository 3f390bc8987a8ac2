/** The owner and the organization of the exported mailbox, with names. Two AWS calls. */
import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { graphql, usePreloadedQuery } from 'react-relay';
import { enumText } from '../components/enum-text';
import { Time } from '../components/time';
import { DetailList } from '../details/details';
import { SectionInView, SectionSkeleton } from '../details/section';
import { QueryScreen, type LoadedQuery } from '../requests/query-screen';
import type { mailboxQuery, WorkMailUserRole } from './__generated__/mailboxQuery.graphql';

const QUERY = graphql`
  query mailboxQuery($id: ID!) {
    node(id: $id) {
      ... on MailboxExportJob {
        owner {
          displayName
          name
          email
          statusLabel
          userRole
          awsUserRole
          department
          jobTitle
          disabledAt
          mailboxDeprovisionedAt
        }
        organization {
          alias
          defaultMailDomain
          awsStatus
          errorMessage
        }
      }
    }
  }
`;

const TITLE = 'Mailbox';

/** @param id the global id of the export */
export function Mailbox({ id }: { readonly id: string }): ReactNode {
  return (
    <SectionInView title={TITLE}>
      <QueryScreen<mailboxQuery>
        query={QUERY}
        variables={{ id }}
        subject="the mailbox"
        failureLevel={3}
        followsChanges={false}
        fallback={<SectionSkeleton subject="the mailbox" />}
      >
        {(loaded) => <LoadedMailbox {...loaded} />}
      </QueryScreen>
    </SectionInView>
  );
}

const ROLES: Readonly<Record<WorkMailUserRole, string>> = {
  REMOTE_USER: 'Remote user',
  RESOURCE: 'Resource',
  SYSTEM_USER: 'System user',
  USER: 'User',
  UNRECOGNIZED: 'Unrecognized',
};

function LoadedMailbox({ queryRef, fieldErrors }: LoadedQuery<mailboxQuery>): ReactNode {
  const { node } = usePreloadedQuery<mailboxQuery>(QUERY, queryRef);
  if (node == null) {
    return (
      <Text size="sm" c="var(--console-quiet)">
        AWS does not have the export any more.
      </Text>
    );
  }
  const { owner, organization } = node;
  return (
    <DetailList
      fieldErrors={fieldErrors}
      details={[
        {
          field: 'owner',
          label: 'Owner',
          value:
            owner == null
              ? 'No user: a resource, or WorkMail does not have the user any more'
              : ownerName(owner),
        },
        ...(owner == null
          ? []
          : [
              { field: 'owner.email', label: 'Email address', value: owner.email },
              { field: 'owner.status', label: 'Status of the user', value: owner.statusLabel },
              {
                field: 'owner.role',
                label: 'Role',
                value: enumText(ROLES, owner.userRole, owner.awsUserRole),
              },
              {
                field: 'owner.job',
                label: 'Department and job title',
                value: [owner.department, owner.jobTitle].filter(Boolean).join(', '),
              },
              { field: 'owner.disabledAt', label: 'Disabled', value: <Time value={owner.disabledAt} /> },
              {
                field: 'owner.mailboxDeprovisionedAt',
                label: 'Mailbox deprovisioned',
                value: <Time value={owner.mailboxDeprovisionedAt} />,
              },
            ]),
        { field: 'organization', label: 'Organization', value: organization?.alias },
        ...(organization == null
          ? []
          : [
              {
                field: 'organization.domain',
                label: 'Mail domain',
                value: organization.defaultMailDomain,
              },
              {
                field: 'organization.status',
                label: 'Status of the organization',
                value: organization.awsStatus,
              },
              ...(organization.errorMessage == null
                ? []
                : [
                    {
                      field: 'organization.error',
                      label: 'Problem of the organization',
                      value: organization.errorMessage,
                    },
                  ]),
            ]),
      ]}
    />
  );
}

function ownerName({
  displayName,
  name,
}: {
  readonly displayName?: string | null | undefined;
  readonly name?: string | null | undefined;
}): string | null {
  if (displayName == null || name == null || displayName === name) return displayName ?? name ?? null;
  return `${displayName} (${name})`;
}
