/** The form that adds an account as a Macie member. */
import type { ReactNode } from 'react';
import { graphql } from 'react-relay';
import { TextField } from '../../forms/fields';
import { FormPage, FormSection } from '../../forms/form-page';
import type { FormSpec } from '../../forms/form-spec';
import { trimmedTags, unlessEmpty, type TagRow } from '../../forms/form-values';
import { MAX_MACIE_TAGS, MEMBER_RULE } from '../../forms/limits';
import { limitText } from '../../forms/rules';
import { linesOf, tagTexts } from '../../forms/review-lines';
import { TAG_LABELS, TagsRows } from '../../forms/tags-rows';
import { LIST_PATHS, LIST_TITLES } from '../../routing/paths';

interface Values {
  readonly accountId: string;
  readonly email: string;
  readonly tags: readonly TagRow[];
}

const MUTATION = graphql`
  mutation newMemberFormMutation($input: CreateMacieMemberInput!) {
    payload: createMacieMember(input: $input) {
      ...actionMutation_payload
      resource: macieMember {
        id
      }
    }
  }
`;

const LABELS = { accountId: 'Account id', email: 'Email address', ...TAG_LABELS } as const;

const SPEC: FormSpec<Values> = {
  initial: { accountId: '', email: '', tags: [] },
  labels: LABELS,
  stepsOf: (values) => [
    {
      mutation: MUTATION,
      input: inputOf(values),
      rule: MEMBER_RULE,
      locate: (path) => path,
      takesClientToken: false,
    },
  ],
  review: (values) => {
    const { accountId, email, tags } = inputOf(values);
    return linesOf(LABELS, { accountId, email, tags: tagTexts(tags) });
  },
};

function inputOf({ accountId, email, tags }: Values) {
  return { accountId: accountId.trim(), email: email.trim(), tags: unlessEmpty(trimmedTags(tags)) };
}

export function NewMemberForm(): ReactNode {
  return (
    <FormPage
      title="Add a Macie member"
      parent={{ path: LIST_PATHS.MacieMember, title: LIST_TITLES.MacieMember }}
      type="MacieMember"
      service="MACIE"
      spec={SPEC}
      confirmLabel="Add the member"
      notes={[
        'Macie adds the account to the records of its administrator. An account outside of your organization also has to accept an invitation, which the console does not send.',
      ]}
      success="The member was added."
    >
      {() => (
        <FormSection title="Account">
          <TextField path="accountId" isRequired inputMode="numeric" hint="Twelve digits." />
          <TextField
            path="email"
            isRequired
            inputMode="email"
            hint={`Of the root user of the account. ${limitText(MEMBER_RULE, 'email')}`}
          />
          <TagsRows max={MAX_MACIE_TAGS} />
        </FormSection>
      )}
    </FormPage>
  );
}
