/** The console: its providers, and the page of each path. */
import { MantineProvider } from '@mantine/core';
import { lazy, Suspense, type ReactNode } from 'react';
import { Route, Router, Switch } from 'wouter';
import { Announcer } from './components/announcer';
import { ConfirmationProvider } from './components/confirmation';
import type { Session } from './identity/session';
import { SessionContent } from './identity/session-content';
import { SessionProvider, useSession } from './identity/session-provider';
import { LiveProvider } from './live/live-provider';
import type { PageSettings } from './page-settings';
import { FORM_ROUTES } from './form-routes';
import { ErrorBoundary } from './requests/error-boundary';
import { askBeforeLeaving } from './routing/leave-guard';
import { ACCOUNTS_PATH, LIST_PATHS } from './routing/paths';
import { BrokenPage, UnknownPage } from './shell/other-pages';
import { Shell } from './shell/shell';
import { ShortcutsProvider } from './shortcuts/shortcuts-provider';
import { colorSchemeManager, theme } from './theme/theme';
import { ViewerProvider } from './viewer/viewer';

const AttentionPage = lazy(() =>
  import('./pages/attention/attention-page').then((page) => ({ default: page.AttentionPage })),
);
const JobsPage = lazy(() => import('./pages/jobs/jobs-page').then((page) => ({ default: page.JobsPage })));
const JobPage = lazy(() => import('./pages/jobs/job-page').then((page) => ({ default: page.JobPage })));
const MembersPage = lazy(() =>
  import('./pages/members/members-page').then((page) => ({ default: page.MembersPage })),
);
const MemberPage = lazy(() =>
  import('./pages/members/member-page').then((page) => ({ default: page.MemberPage })),
);
const ExportsPage = lazy(() =>
  import('./pages/exports/exports-page').then((page) => ({ default: page.ExportsPage })),
);
const ExportPage = lazy(() =>
  import('./pages/exports/export-page').then((page) => ({ default: page.ExportPage })),
);
const CasesPage = lazy(() =>
  import('./pages/cases/cases-page').then((page) => ({ default: page.CasesPage })),
);
const CasePage = lazy(() => import('./pages/cases/case-page').then((page) => ({ default: page.CasePage })));
const AccountPage = lazy(() =>
  import('./pages/accounts/account-page').then((page) => ({ default: page.AccountPage })),
);

interface Props {
  readonly settings: PageSettings;
  readonly session: Session;
}

export function App({ settings, session }: Props): ReactNode {
  const { basePath, endpoint, explorer, isEmulated, requiresSignIn } = settings;
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" colorSchemeManager={colorSchemeManager}>
      <SessionProvider session={session} endpoint={endpoint}>
        <Router base={basePath} aroundNav={askBeforeLeaving}>
          <OpenSession endpoint={endpoint}>
            <Announcer>
              <ConfirmationProvider>
                <ShortcutsProvider>
                  <Shell explorer={explorer} isEmulated={isEmulated}>
                    <SessionContent requiresSignIn={requiresSignIn}>
                      <ErrorBoundary resetKey={undefined} renderError={() => <BrokenPage />}>
                        <Suspense fallback={null}>
                          <Pages />
                        </Suspense>
                      </ErrorBoundary>
                    </SessionContent>
                  </Shell>
                </ShortcutsProvider>
              </ConfirmationProvider>
            </Announcer>
          </OpenSession>
        </Router>
      </SessionProvider>
    </MantineProvider>
  );
}

/** Without a session there is no caller to read, and there are no live updates. */
function OpenSession({
  endpoint,
  children,
}: {
  readonly endpoint: string;
  readonly children: ReactNode;
}): ReactNode {
  const { state } = useSession();
  if (state.phase !== 'OPEN') return children;
  return (
    <ViewerProvider>
      <LiveProvider endpoint={endpoint}>{children}</LiveProvider>
    </ViewerProvider>
  );
}

function Pages(): ReactNode {
  return (
    <Switch>
      <Route path="/" component={AttentionPage} />
      <Route path={LIST_PATHS.ClassificationJob} component={JobsPage} />
      <Route path={LIST_PATHS.MacieMember} component={MembersPage} />
      <Route path={LIST_PATHS.MailboxExportJob} component={ExportsPage} />
      <Route path={LIST_PATHS.SecurityCase} component={CasesPage} />
      {FORM_ROUTES}
      {/* A new key for each resource: the page of one never shows the state of another. */}
      <Route path={`${LIST_PATHS.ClassificationJob}/:id`}>{({ id }) => <JobPage key={id} id={id} />}</Route>
      <Route path={`${LIST_PATHS.MacieMember}/:id`}>{({ id }) => <MemberPage key={id} id={id} />}</Route>
      <Route path={`${LIST_PATHS.MailboxExportJob}/:id`}>{({ id }) => <ExportPage key={id} id={id} />}</Route>
      <Route path={`${LIST_PATHS.SecurityCase}/:id`}>{({ id }) => <CasePage key={id} id={id} />}</Route>
      <Route path={`${ACCOUNTS_PATH}/:id`}>{({ id }) => <AccountPage key={id} accountId={id} />}</Route>
      <Route component={UnknownPage} />
    </Switch>
  );
}
