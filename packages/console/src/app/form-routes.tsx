/** The routes of the forms. The code of each form is loaded with its first page. */
import { lazy, type ReactNode } from 'react';
import { Route } from 'wouter';
import { LIST_PATHS } from './routing/paths';

const NewJobForm = lazy(() =>
  import('./pages/jobs/new-job-form').then((form) => ({ default: form.NewJobForm })),
);
const NewMemberForm = lazy(() =>
  import('./pages/members/new-member-form').then((form) => ({ default: form.NewMemberForm })),
);
const NewExportForm = lazy(() =>
  import('./pages/exports/new-export-form').then((form) => ({ default: form.NewExportForm })),
);
const NewCaseForm = lazy(() =>
  import('./pages/cases/new-case-form').then((form) => ({ default: form.NewCaseForm })),
);
const CaseEditForm = lazy(() =>
  import('./pages/cases/case-edit-form').then((form) => ({ default: form.CaseEditForm })),
);
const TagsForm = lazy(() => import('./pages/tags/tags-form').then((form) => ({ default: form.TagsForm })));

/** The elements of a Switch, before the pages of resources: `new` is no id. */
export const FORM_ROUTES: readonly ReactNode[] = [
  <Route key="job" path={`${LIST_PATHS.ClassificationJob}/new`} component={NewJobForm} />,
  <Route key="member" path={`${LIST_PATHS.MacieMember}/new`} component={NewMemberForm} />,
  <Route key="export" path={`${LIST_PATHS.MailboxExportJob}/new`} component={NewExportForm} />,
  <Route key="case" path={`${LIST_PATHS.SecurityCase}/new`} component={NewCaseForm} />,
  <Route key="edit" path={`${LIST_PATHS.SecurityCase}/:id/edit`}>
    {({ id }) => <CaseEditForm key={id} id={id} />}
  </Route>,
  ...(['ClassificationJob', 'MacieMember', 'SecurityCase'] as const).map((type) => (
    <Route key={`${type} tags`} path={`${LIST_PATHS[type]}/:id/tags`}>
      {({ id }) => <TagsForm key={id} id={id} type={type} />}
    </Route>
  )),
];
