/** The form that edits the tags of a job, a member or a case. It sends only added, changed and removed tags. */
import { Text } from '@mantine/core';
import { useMemo, useState, type ReactNode } from 'react';
import { graphql, usePreloadedQuery } from 'react-relay';
import { WarningIcon } from '../../components/icons';
import { Screen } from '../../components/screen';
import { ResourceNotFound, ResourceSkeleton } from '../../details/resource-page';
import { FormPage, FormSection } from '../../forms/form-page';
import type { FormSpec, Step } from '../../forms/form-spec';
import type { TagRow } from '../../forms/form-values';
import { MAX_CASE_TAGS, MAX_MACIE_TAGS, tagRule, UNTAG_RULE } from '../../forms/limits';
import { tagTexts } from '../../forms/review-lines';
import { TAG_LABELS, TagsRows } from '../../forms/tags-rows';
import { useFirst } from '../../forms/use-first';
import { QueryScreen, type LoadedQuery } from '../../requests/query-screen';
import { resourcePath } from '../../routing/paths';
import type { tagsFormQuery } from './__generated__/tagsFormQuery.graphql';
import { tagChangesOf, withoutTags, withTags } from './tag-changes';

type TaggedType = 'ClassificationJob' | 'MacieMember' | 'SecurityCase';

const NOUNS: Readonly<Record<TaggedType, string>> = {
  ClassificationJob: 'classification job',
  MacieMember: 'Macie member',
  SecurityCase: 'security case',
};

const QUERY = graphql`
  query tagsFormQuery($id: ID!) {
    node(id: $id) {
      ... on ClassificationJob @alias(as: "job") {
        name
        jobId
        tags {
          key
          value
        }
      }
      ... on MacieMember @alias(as: "member") {
        accountId
        tags {
          key
          value
        }
      }
      ... on SecurityCase @alias(as: "securityCase") {
        title
        caseId
        tags {
          key
          value
        }
      }
    }
  }
`;

const TAG = graphql`
  mutation tagsFormTagMutation($input: TagResourceInput!) {
    payload: tagResource(input: $input) {
      ...actionMutation_payload
      resource {
        id
      }
    }
  }
`;

const UNTAG = graphql`
  mutation tagsFormUntagMutation($input: UntagResourceInput!) {
    payload: untagResource(input: $input) {
      ...actionMutation_payload
      resource {
        id
      }
    }
  }
`;

interface Props {
  /** The global id of the resource. */
  readonly id: string;
  readonly type: TaggedType;
}

export function TagsForm({ id, type }: Props): ReactNode {
  const noun = NOUNS[type];
  return (
    <QueryScreen<tagsFormQuery>
      query={QUERY}
      variables={{ id }}
      subject={`the ${noun}`}
      failureLevel={1}
      followsChanges={false}
      fallback={<ResourceSkeleton noun={noun} />}
    >
      {(loaded) => <Loaded {...loaded} id={id} type={type} />}
    </QueryScreen>
  );
}

function Loaded({ id, type, queryRef, fieldErrors }: LoadedQuery<tagsFormQuery> & Props): ReactNode {
  const { node } = usePreloadedQuery<tagsFormQuery>(QUERY, queryRef);
  const resource = node?.job ?? node?.member ?? node?.securityCase;
  const name =
    node?.job?.name ??
    node?.job?.jobId ??
    node?.member?.accountId ??
    node?.securityCase?.title ??
    node?.securityCase?.caseId;
  const opened = useFirst(
    resource?.tags == null ? undefined : { name: name ?? NOUNS[type], tags: resource.tags },
  );
  if (opened !== undefined) return <Editor id={id} type={type} name={opened.name} loaded={opened.tags} />;
  if (resource == null) return <ResourceNotFound type={type} noun={NOUNS[type]} />;
  return (
    <Screen kind="failed" level={1} icon={<WarningIcon />} title="The tags cannot be edited now">
      <Text>They could not be read. {fieldErrors[0]?.message} Open the page again in a moment.</Text>
    </Screen>
  );
}

interface EditorProps extends Props {
  readonly name: string;
  readonly loaded: readonly TagRow[];
}

function Editor({ id, type, name, loaded }: EditorProps): ReactNode {
  const max = type === 'SecurityCase' ? MAX_CASE_TAGS : MAX_MACIE_TAGS;
  const [base, setBase] = useState(loaded);
  const spec = useMemo(() => specOf({ id, max, base, setBase }), [id, max, base]);
  return (
    <FormPage
      title={`Edit the tags: ${name}`}
      parent={{ path: resourcePath(type, id), title: name }}
      type={type}
      spec={spec}
      confirmLabel="Save the tags"
      success="The tags were changed."
    >
      {() => (
        <FormSection title="Tags">
          <TagsRows max={max} hidesLabel />
        </FormSection>
      )}
    </FormPage>
  );
}

interface Values {
  readonly tags: readonly TagRow[];
}

interface Edited {
  readonly id: string;
  readonly max: number;
  /** The tags that the resource has: those that were read, and what AWS has accepted since. */
  readonly base: readonly TagRow[];
  readonly setBase: (change: (base: readonly TagRow[]) => readonly TagRow[]) => void;
}

function specOf({ id, max, base, setBase }: Edited): FormSpec<Values> {
  return {
    initial: { tags: base.map(({ key, value }) => ({ key, value })) },
    labels: TAG_LABELS,
    // Removed first: a resource with as many tags as AWS allows has no place for another.
    stepsOf: (values) => {
      const { set, removed } = tagChangesOf(values.tags, base, max);
      const rows = set.map(({ row }) => row);
      const tags = set.map(({ key, value }) => ({ key, value }));
      const untag: Step = {
        mutation: UNTAG,
        input: { id, tagKeys: removed },
        rule: UNTAG_RULE,
        locate: () => ['tags'],
        takesClientToken: false,
        onMade: () => {
          setBase((tagged) => withoutTags(tagged, removed));
        },
      };
      const tag: Step = {
        mutation: TAG,
        input: { id, tags },
        rule: tagRule(max),
        locate: ([member = '', index, ...rest]) =>
          index === undefined ? [member] : [member, String(rows[Number(index)] ?? ''), ...rest],
        takesClientToken: false,
        onMade: () => {
          setBase((tagged) => withTags(tagged, tags));
        },
      };
      return [...(removed.length === 0 ? [] : [untag]), ...(set.length === 0 ? [] : [tag])];
    },
    review: (values) => {
      const { set, removed } = tagChangesOf(values.tags, base, max);
      return [
        ...(set.length === 0 ? [] : [{ label: 'Add or change', value: tagTexts(set)?.join('\n') }]),
        ...(removed.length === 0 ? [] : [{ label: 'Remove', value: removed.join('\n') }]),
      ];
    },
  };
}
