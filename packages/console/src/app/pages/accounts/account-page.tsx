/** The page of an AWS account: its Macie records, and the jobs and cases that concern it, over all targets. */
import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { EmptyIcon } from '../../components/icons';
import { Copyable } from '../../components/copyable';
import { Screen } from '../../components/screen';
import classes from '../../details/details.module.css';
import { AccountCases } from '../../relations/account-cases';
import { AccountJobs } from '../../relations/account-jobs';
import { AccountMemberships } from '../../relations/account-memberships';
import { usePageTitle } from '../../routing/use-page-title';
import { useViewer } from '../../viewer/viewer';

const ACCOUNT_ID = /^\d{12}$/;

export function AccountPage({ accountId }: { readonly accountId: string }): ReactNode {
  const heading = usePageTitle(`Account ${accountId}`);
  if (!ACCOUNT_ID.test(accountId)) {
    return (
      <Screen kind="empty" level={1} icon={<EmptyIcon />} title="This is not the id of an AWS account">
        <Text c="var(--console-quiet)">The id of an account has 12 digits.</Text>
      </Screen>
    );
  }
  return (
    <article className={classes.page}>
      <header className={classes.header}>
        <Title ref={heading} tabIndex={-1} className={classes.heading}>
          Account {accountId}
        </Title>
        <div className={classes.facts}>
          <Copyable value={accountId} label="account id" />
          <Targets accountId={accountId} />
        </div>
      </header>
      <AccountMemberships accountId={accountId} />
      <AccountJobs accountId={accountId} />
      <AccountCases accountId={accountId} />
    </article>
  );
}

/** The targets in the account, from the viewer's targets: without a request. */
function Targets({ accountId }: { readonly accountId: string }): ReactNode {
  const targets = useViewer()?.targets.filter((target) => target.accountId === accountId) ?? [];
  if (targets.length === 0) return null;
  return (
    <span>Target of the gateway: {targets.map(({ name, region }) => `${name} (${region})`).join(', ')}</span>
  );
}
