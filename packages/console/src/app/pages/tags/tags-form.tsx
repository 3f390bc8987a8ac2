/** The form that edits the tags of a job, a member or a case. It sends only added, changed and removed tags. */
import { Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { graphql, usePreloadedQuery } from 'react-relay';
import { WarningIcon } from '../../components/icons';
import { Screen } from '../../components/screen';
import { ResourceNotFound, ResourceSkeleton } from '../../details/resource-page';
import { FormPage, FormSection } from '../../forms/form-page';
import type { FormSpec } from '../../forms/form-spec';
import { trimmedTags, type TagRow } from '../../forms/form-values';
import { MAX_CASE_TAGS, MAX_MACIE_TAGS, tagRule, UNTAG_RULE } from '../../forms/limits';
import { tagTexts } from '../../forms/review-lines';
import { TAG_LABELS, TagsRows } from '../../forms/tags-rows';
import { WRITE_SCOPES } from '../../forms/write-scopes';
import { QueryScreen, type LoadedQuery } from '../../requests/query-screen';
import { resourcePath } from '../../routing/paths';
import type { tagsFormQuery } from './__generated__/tagsFormQuery.graphql';

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
      fallback={<ResourceSkeleton noun={noun} />}
    >
      {(loaded) => <Loaded {...loaded} id={id} type={type} />}
    </QueryScreen>
  );
}

function Loaded({ id, type, queryRef, fieldErrors }: LoadedQuery<tagsFormQuery> & Props): ReactNode {
  const { node } = usePreloadedQuery<tagsFormQuery>(QUERY, queryRef);
  const resource = node?.job ?? node?.member ?? node?.securityCase;
  if (resource == null) return <ResourceNotFound type={type} noun={NOUNS[type]} />;
  if (resource.tags == null)
    return (
      <Screen kind="failed" level={1} icon={<WarningIcon />} title="The tags cannot be edited now">
        <Text>They could not be read. {fieldErrors[0]?.message} Open the page again in a moment.</Text>
      </Screen>
    );
  const name =
    node?.job?.name ??
    node?.job?.jobId ??
    node?.member?.accountId ??
    node?.securityCase?.title ??
    node?.securityCase?.caseId;
  return <Editor id={id} type={type} name={name ?? NOUNS[type]} loaded={resource.tags} />;
}

interface EditorProps extends Props {
  readonly name: string;
  readonly loaded: readonly TagRow[];
}

function Editor({ id, type, name, loaded }: EditorProps): ReactNode {
  const max = type === 'SecurityCase' ? MAX_CASE_TAGS : MAX_MACIE_TAGS;
  const [spec] = useState(() => specOf(id, max, loaded));
  return (
    <FormPage
      title={`Edit the tags: ${name}`}
      parent={{ path: resourcePath(type, id), title: name }}
      type={type}
      scope={WRITE_SCOPES[type]}
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

function specOf(id: string, max: number, loaded: readonly TagRow[]): FormSpec<Values> {
  const before = new Map(loaded.map(({ key, value }) => [key, value]));
  const changed = (values: Values) => {
    const tags = trimmedTags(values.tags);
    const left = new Set(tags.map(({ key }) => key));
    // The rules of all tags hold for the rows that are not sent, too.
    const isInvalid = left.size < tags.length || tags.length > max;
    return {
      set: tags.flatMap((tag, row) =>
        !isInvalid && before.get(tag.key) === tag.value ? [] : [{ ...tag, row }],
      ),
      removed: [...before.keys()].filter((key) => !left.has(key)),
    };
  };
  return {
    initial: { tags: loaded.map(({ key, value }) => ({ key, value })) },
    labels: TAG_LABELS,
    // Removed first: a resource with as many tags as AWS allows has no place for another.
    stepsOf: (values) => {
      const { set, removed } = changed(values);
      const rows = set.map(({ row }) => row);
      return [
        ...(removed.length === 0
          ? []
          : [{ mutation: UNTAG, input: { id, tagKeys: removed }, rule: UNTAG_RULE, locate: () => ['tags'] }]),
        ...(set.length === 0
          ? []
          : [
              {
                mutation: TAG,
                input: { id, tags: set.map(({ key, value }) => ({ key, value })) },
                rule: tagRule(max),
                locate: ([tags = '', index, ...rest]: readonly string[]) =>
                  index === undefined ? [tags] : [tags, String(rows[Number(index)] ?? ''), ...rest],
              },
            ]),
      ];
    },
    review: (values) => {
      const { set, removed } = changed(values);
      return [
        ...(set.length === 0 ? [] : [{ label: 'Add or change', value: tagTexts(set)?.join('\n') }]),
        ...(removed.length === 0 ? [] : [{ label: 'Remove', value: removed.join('\n') }]),
      ];
    },
  };
}
