/** The user of the session: name and scopes, and the sign-out. Without a sign-in, only the name. */
import { Button, Code, Popover, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { ChevronDownIcon, UserIcon } from '../components/icons';
import { useViewer } from '../viewer/viewer';
import classes from './identity.module.css';
import { useSession } from './session-provider';

export function UserMenu(): ReactNode {
  const { session, state } = useSession();
  const viewer = useViewer();
  if (state.phase !== 'OPEN') return null;
  if (state.method === 'NONE') return viewer && <span className={classes.viewer}>{viewer.name}</span>;
  const name = viewer?.name ?? 'Signed in';
  return (
    <Popover position="bottom-end" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="default"
          size="compact-md"
          className={classes.userButton}
          aria-label={`Your account: ${name}`}
          leftSection={<UserIcon size={16} />}
          rightSection={<ChevronDownIcon size={14} />}
        >
          <span className={classes.userName}>{name}</span>
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Your account">
        <div className={classes.menu}>
          <div>
            <Text fw={600} className={classes.fullName}>
              {name}
            </Text>
            <Text size="sm" c="dimmed">
              {state.method === 'TOKEN'
                ? 'API token, kept by this tab'
                : `Signed in at ${hostOf(session.signInSettings)}`}
            </Text>
          </div>
          {viewer !== undefined && <Scopes scopes={viewer.scopes} />}
          <Button
            variant="default"
            fullWidth
            onClick={() => {
              void session.signOut();
            }}
          >
            Sign out
          </Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

function Scopes({ scopes }: { readonly scopes: readonly string[] }): ReactNode {
  if (scopes.length === 0) return <Text size="sm">You have no scopes: the gateway shows you nothing.</Text>;
  return (
    <div>
      <Text size="sm" fw={600}>
        Scopes
      </Text>
      <ul className={classes.scopes}>
        {shortened(scopes).map((scope) => (
          <li key={scope}>
            <Code>{scope}</Code>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Leaves out what a scope with :write includes. */
function shortened(scopes: readonly string[]): readonly string[] {
  return scopes.filter(
    (scope) => !scopes.includes(scope.replace(/:read$/, ':write')) || scope.endsWith(':write'),
  );
}

function hostOf(settings: { readonly issuer: string } | undefined): string {
  return settings === undefined ? 'the issuer' : new URL(settings.issuer).host;
}
