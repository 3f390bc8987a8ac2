/** The form that starts the export of a mailbox. */
import type { ReactNode } from 'react';
import { graphql } from 'react-relay';
import { TextField } from '../../forms/fields';
import { FormPage, FormSection } from '../../forms/form-page';
import type { FormSpec } from '../../forms/form-spec';
import { optionalText } from '../../forms/form-values';
import { EXPORT_RULE } from '../../forms/limits';
import { limitText } from '../../forms/rules';
import { linesOf } from '../../forms/review-lines';
import { LIST_PATHS, LIST_TITLES } from '../../routing/paths';

interface Values {
  readonly organizationId: string;
  readonly entityId: string;
  readonly description: string;
  readonly s3BucketName: string;
  readonly s3Prefix: string;
  readonly roleArn: string;
  readonly kmsKeyArn: string;
}

const MUTATION = graphql`
  mutation newExportFormMutation($input: StartMailboxExportJobInput!) {
    payload: startMailboxExportJob(input: $input) {
      ...actionMutation_payload
      resource: mailboxExportJob {
        id
      }
    }
  }
`;

const LABELS = {
  organizationId: 'Organization id',
  entityId: 'Mailbox owner',
  description: 'Description',
  s3BucketName: 'Bucket',
  s3Prefix: 'Prefix',
  roleArn: 'IAM role',
  kmsKeyArn: 'KMS key',
} as const;

const SPEC: FormSpec<Values> = {
  initial: {
    organizationId: '',
    entityId: '',
    description: '',
    s3BucketName: '',
    s3Prefix: '',
    roleArn: '',
    kmsKeyArn: '',
  },
  labels: LABELS,
  stepsOf: (values) => [
    {
      mutation: MUTATION,
      input: inputOf(values),
      rule: EXPORT_RULE,
      locate: (path) => path,
      takesClientToken: true,
    },
  ],
  review: (values) => linesOf(LABELS, inputOf(values)),
};

function inputOf(values: Values) {
  return {
    organizationId: values.organizationId.trim(),
    entityId: values.entityId.trim(),
    description: optionalText(values.description),
    s3BucketName: values.s3BucketName.trim(),
    s3Prefix: values.s3Prefix.trim(),
    roleArn: values.roleArn.trim(),
    kmsKeyArn: values.kmsKeyArn.trim(),
  };
}

export function NewExportForm(): ReactNode {
  return (
    <FormPage
      title="Start a mailbox export"
      parent={{ path: LIST_PATHS.MailboxExportJob, title: LIST_TITLES.MailboxExportJob }}
      type="MailboxExportJob"
      service="WORKMAIL"
      spec={SPEC}
      confirmLabel="Start the export"
      notes={['The export starts at once, and copies the whole mailbox to the bucket.']}
      success="The export was started."
    >
      {() => (
        <>
          <FormSection title="Mailbox">
            <TextField path="organizationId" isRequired hint="m- and 32 lowercase hexadecimal digits." />
            <TextField
              path="entityId"
              isRequired
              hint={`The id, name or email address. ${limitText(EXPORT_RULE, 'entityId')}`}
            />
            <TextField path="description" hint={limitText(EXPORT_RULE, 'description')} />
          </FormSection>
          <FormSection title="Destination">
            <TextField
              path="s3BucketName"
              isRequired
              hint={`The name of the S3 bucket. ${limitText(EXPORT_RULE, 's3BucketName')}`}
            />
            <TextField
              path="s3Prefix"
              isRequired
              hint={`The beginning of the key of the export, such as exports/2026. ${limitText(EXPORT_RULE, 's3Prefix')}`}
            />
            <TextField
              path="roleArn"
              isRequired
              hint="The ARN of the role with which WorkMail writes to the bucket. The gateway needs iam:PassRole on it."
            />
            <TextField path="kmsKeyArn" isRequired hint="The ARN of the key that encrypts the export." />
          </FormSection>
        </>
      )}
    </FormPage>
  );
}
