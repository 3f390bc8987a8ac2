/** The id of an AWS account as a link to the page of the account. */
import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { Missing } from '../components/time';
import { accountPath } from '../routing/paths';
import classes from './details.module.css';

export function AccountLink({ accountId }: { readonly accountId: string }): ReactNode {
  return (
    <Anchor component={Link} href={accountPath(accountId)} inherit className={classes.account}>
      {accountId}
    </Anchor>
  );
}

export function AccountLinks({
  accountIds,
}: {
  readonly accountIds: readonly string[] | null | undefined;
}): ReactNode {
  if (accountIds == null || accountIds.length === 0) return <Missing />;
  return (
    <ul className={classes.values}>
      {accountIds.map((accountId) => (
        <li key={accountId}>
          <AccountLink accountId={accountId} />
        </li>
      ))}
    </ul>
  );
}
