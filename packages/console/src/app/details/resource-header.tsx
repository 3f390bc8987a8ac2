/** The head of a resource's page: name, status, target and the link to the AWS console. */
import { Anchor, Button, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { graphql, useFragment } from 'react-relay';
import { Link } from 'wouter';
import { ExternalIcon, RefreshIcon } from '../components/icons';
import { StatusBadge } from '../components/status-badge';
import type { Tone } from '../components/tone';
import { GoneBanner } from '../live/gone';
import { LIST_PATHS, LIST_TITLES, type ResourceType } from '../routing/paths';
import { usePageTitle } from '../routing/use-page-title';
import { useShortcut } from '../shortcuts/shortcuts-provider';
import { AccountLink } from './account-link';
import type { resourceHeader_resource$key } from './__generated__/resourceHeader_resource.graphql';
import classes from './details.module.css';

interface Props {
  readonly type: ResourceType;
  readonly name: string;
  readonly tone: Tone;
  readonly resource: resourceHeader_resource$key;
  readonly reload: () => void;
  readonly isReloading: boolean;
  /** Links to the forms of the resource. */
  readonly children?: ReactNode;
}

export function ResourceHeader(props: Props): ReactNode {
  const { type, name, tone, resource, reload, isReloading, children } = props;
  const { id, statusLabel, awsStatus, consoleUrl, target } = useFragment(
    graphql`
      fragment resourceHeader_resource on Resource {
        id
        statusLabel
        awsStatus
        consoleUrl
        target {
          name
          accountId
          region
        }
      }
    `,
    resource,
  );
  const heading = usePageTitle(name);
  useShortcut('refresh', isReloading ? undefined : reload);
  return (
    <header className={classes.header}>
      <nav aria-label="Breadcrumb">
        <Anchor component={Link} href={LIST_PATHS[type]} size="sm">
          {LIST_TITLES[type]}
        </Anchor>
      </nav>
      <Title ref={heading} tabIndex={-1} className={classes.heading}>
        {name}
      </Title>
      <div className={classes.facts}>
        <StatusBadge label={statusLabel} tone={tone} awsStatus={awsStatus} />
        <span>
          {target.name} · {target.region}
          {target.accountId != null && (
            <>
              {' · '}
              <AccountLink accountId={target.accountId} />
            </>
          )}
        </span>
        {consoleUrl != null && (
          <Anchor href={consoleUrl} target="_blank" rel="noreferrer" inherit className="console-external">
            Open in the AWS console <ExternalIcon size={14} />
          </Anchor>
        )}
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<RefreshIcon size={14} />}
          loading={isReloading}
          onClick={reload}
        >
          Refresh
        </Button>
      </div>
      {children}
      <GoneBanner id={id} />
    </header>
  );
}
