/** The console: its providers, and the page of each path. */
import { MantineProvider } from '@mantine/core';
import { lazy, Suspense, type ReactNode } from 'react';
import { RelayEnvironmentProvider } from 'react-relay';
import type { Environment } from 'relay-runtime';
import { Route, Router, Switch } from 'wouter';
import { Announcer } from './components/announcer';
import type { PageSettings } from './page-settings';
import { ErrorBoundary } from './requests/error-boundary';
import { LIST_PATHS } from './routing/paths';
import { BrokenPage, UnknownPage } from './shell/other-pages';
import { Shell } from './shell/shell';
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

interface Props {
  readonly settings: PageSettings;
  readonly environment: Environment;
}

export function App({ settings, environment }: Props): ReactNode {
  const { basePath, explorer, isEmulated } = settings;
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" colorSchemeManager={colorSchemeManager}>
      <RelayEnvironmentProvider environment={environment}>
        <Router base={basePath}>
          <ViewerProvider>
            <Announcer>
              <Shell explorer={explorer} isEmulated={isEmulated}>
                <ErrorBoundary resetKey={undefined} renderError={() => <BrokenPage />}>
                  <Suspense fallback={null}>
                    <Pages />
                  </Suspense>
                </ErrorBoundary>
              </Shell>
            </Announcer>
          </ViewerProvider>
        </Router>
      </RelayEnvironmentProvider>
    </MantineProvider>
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
      {/* A new key for each resource: the page of one never shows the state of another. */}
      <Route path={`${LIST_PATHS.ClassificationJob}/:id`}>{({ id }) => <JobPage key={id} id={id} />}</Route>
      <Route path={`${LIST_PATHS.MacieMember}/:id`}>{({ id }) => <MemberPage key={id} id={id} />}</Route>
      <Route path={`${LIST_PATHS.MailboxExportJob}/:id`}>{({ id }) => <ExportPage key={id} id={id} />}</Route>
      <Route path={`${LIST_PATHS.SecurityCase}/:id`}>{({ id }) => <CasePage key={id} id={id} />}</Route>
      <Route component={UnknownPage} />
    </Switch>
  );
}
