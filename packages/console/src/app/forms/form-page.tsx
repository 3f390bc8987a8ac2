/** A page with a form: its heading, the check of the scope, and the form. */
import { Anchor, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { LockIcon } from '../components/icons';
import { missingScope } from '../actions/missing-scope';
import { Screen } from '../components/screen';
import { usePageTitle } from '../routing/use-page-title';
import { useViewer } from '../viewer/viewer';
import { Form, type FormProps } from './form';
import classes from './forms.module.css';

interface Props<Values extends object> extends FormProps<Values> {
  readonly title: string;
}

export function FormPage<Values extends object>({ title, ...form }: Props<Values>): ReactNode {
  const reason = missingScope(useViewer(), form.type);
  const heading = usePageTitle(title);
  return (
    <div className={classes.page}>
      <nav aria-label="Breadcrumb">
        <Anchor component={Link} href={form.parent.path} size="sm">
          {form.parent.title}
        </Anchor>
      </nav>
      <Title ref={heading} tabIndex={-1}>
        {title}
      </Title>
      {reason !== undefined ? (
        <Screen kind="denied" icon={<LockIcon />} title="You may not use this form">
          <Text>{reason} Ask your administrator for it.</Text>
        </Screen>
      ) : (
        <Form {...form} />
      )}
    </div>
  );
}

/** Fields that belong together. */
export function FormSection({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <section className={classes.section} aria-label={title}>
      <h2 className={classes.title}>{title}</h2>
      <div className={classes.fields}>{children}</div>
    </section>
  );
}
