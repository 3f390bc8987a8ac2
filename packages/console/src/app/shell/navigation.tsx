/** The navigation between the pages, and to the explorer. */
import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { BellIcon, CodeIcon, MailIcon, MembersIcon, ScanIcon, ShieldIcon } from '../components/icons';
import { LIST_PATHS, LIST_TITLES } from '../routing/paths';
import { ShortcutSheetButton } from '../shortcuts/shortcut-sheet-button';
import classes from './shell.module.css';

const PAGES = [
  { path: '/', title: 'Attention', Icon: BellIcon },
  { path: LIST_PATHS.ClassificationJob, title: LIST_TITLES.ClassificationJob, Icon: ScanIcon },
  { path: LIST_PATHS.MacieMember, title: LIST_TITLES.MacieMember, Icon: MembersIcon },
  { path: LIST_PATHS.MailboxExportJob, title: LIST_TITLES.MailboxExportJob, Icon: MailIcon },
  { path: LIST_PATHS.SecurityCase, title: LIST_TITLES.SecurityCase, Icon: ShieldIcon },
] as const;

interface Props {
  readonly explorer: string | undefined;
  /** On narrow screens the navigation is closed until the user opens it. */
  readonly isOpen: boolean;
}

export function Navigation({ explorer, isOpen }: Props): ReactNode {
  const [current] = useLocation();
  const isCurrent = (path: string) => current === path || (path !== '/' && current.startsWith(`${path}/`));
  return (
    <nav id="navigation" className={classes.navigation} data-open={isOpen || undefined} aria-label="Pages">
      <ul>
        {PAGES.map(({ path, title, Icon }) => (
          <li key={path}>
            <Link href={path} className={classes.link} aria-current={isCurrent(path) ? 'page' : undefined}>
              <Icon />
              {title}
            </Link>
          </li>
        ))}
      </ul>
      <div>
        <ShortcutSheetButton className={classes.link} />
        {explorer !== undefined && (
          <a href={explorer} className={classes.link}>
            <CodeIcon />
            GraphQL explorer
          </a>
        )}
      </div>
    </nav>
  );
}
