/** The frame of all pages: skip link, header, navigation and main content. */
import { ActionIcon } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { ConfirmationLine } from '../components/confirmation';
import { CloseIcon, MenuIcon, ShieldIcon } from '../components/icons';
import { SessionNotice } from '../identity/session-notice';
import { useSession } from '../identity/session-provider';
import { UserMenu } from '../identity/user-menu';
import { LiveIndicator } from '../live/live-indicator';
import { SearchButton } from '../search/search-button';
import { ViewerFailure } from '../viewer/viewer-failure';
import { ColorSchemeButton } from './color-scheme-button';
import { Navigation } from './navigation';
import { usePageShortcuts } from './use-page-shortcuts';
import classes from './shell.module.css';

interface Props {
  readonly explorer: string | undefined;
  readonly isEmulated: boolean;
  readonly children: ReactNode;
}

export function Shell({ explorer, isEmulated, children }: Props): ReactNode {
  const [isMenuOpen, setIsMenuOpen] = useState(false);
  const [path] = useLocation();
  const [shownPath, setShownPath] = useState(path);
  usePageShortcuts();
  const isSignedIn = useSession().state.phase === 'OPEN';
  if (path !== shownPath) {
    setShownPath(path);
    setIsMenuOpen(false);
  }
  return (
    <div className={classes.shell}>
      <a href="#content" className={classes.skip} onClick={focusContent}>
        Skip to the content
      </a>
      <header className={classes.header}>
        <ActionIcon
          className={classes.menuButton}
          variant="subtle"
          size="lg"
          aria-label={isMenuOpen ? 'Close the navigation' : 'Open the navigation'}
          aria-expanded={isMenuOpen}
          aria-controls="navigation"
          onClick={() => {
            setIsMenuOpen(!isMenuOpen);
          }}
        >
          {isMenuOpen ? <CloseIcon /> : <MenuIcon />}
        </ActionIcon>
        <span className={classes.brand}>
          <ShieldIcon size={22} />
          <span className={classes.brandName}>secops-graph</span>
        </span>
        {isEmulated && (
          <span
            className={classes.emulated}
            title="The gateway runs on its AWS emulator: all data is made up."
          >
            Made-up data
          </span>
        )}
        <span className={classes.end}>
          {isSignedIn && (
            <>
              <SearchButton />
              <LiveIndicator />
            </>
          )}
          <UserMenu />
          <ColorSchemeButton />
        </span>
      </header>
      <Navigation explorer={explorer} isOpen={isMenuOpen} />
      <main id="content" tabIndex={-1} className={classes.main}>
        <SessionNotice />
        <ViewerFailure />
        <ConfirmationLine />
        {children}
      </main>
    </div>
  );
}

/** The address keeps its path: a fragment would become part of links to the view. */
function focusContent(event: { preventDefault: () => void }): void {
  event.preventDefault();
  document.getElementById('content')?.focus();
}
