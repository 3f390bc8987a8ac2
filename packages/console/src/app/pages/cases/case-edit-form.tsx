/** The form that edits a security case. It sends only what the user changed. */
import { Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { fetchQuery, graphql, usePreloadedQuery, useRelayEnvironment } from 'react-relay';
import type { Environment } from 'relay-runtime';
import { WarningIcon } from '../../components/icons';
import { Screen } from '../../components/screen';
import { ResourceNotFound, ResourceSkeleton } from '../../details/resource-page';
import { TimeField } from '../../forms/fields';
import { FormPage } from '../../forms/form-page';
import { useFirst } from '../../forms/use-first';
import { collectFieldErrors } from '../../relay/field-errors';
import { GatewayError, localError } from '../../relay/gateway-error';
import { QueryScreen, type LoadedQuery } from '../../requests/query-screen';
import { resourcePath } from '../../routing/paths';
import type { caseEditFormQuery } from './__generated__/caseEditFormQuery.graphql';
import { baseOf, editSpecOf, warningsOf, type CaseBase } from './case-edit';
import { ImpactFields, IncidentFields, PeopleFields } from './case-fields';

const NOUN = 'security case';

const QUERY = graphql`
  query caseEditFormQuery($id: ID!) {
    node(id: $id) {
      ... on SecurityCase @alias(as: "securityCase") {
        caseId
        title
        description
        engagementType
        reportedIncidentStartedAt
        actualIncidentStartedAt
        impactedAccounts
        impactedServices
        impactedAwsRegions
        watchers {
          email
          name
          jobTitle
        }
        threatActorIpAddresses {
          ipAddress
          userAgent
        }
      }
    }
  }
`;

const MUTATION = graphql`
  mutation caseEditFormMutation($input: UpdateSecurityCaseInput!) {
    payload: updateSecurityCase(input: $input) {
      ...actionMutation_payload
      resource: securityCase {
        id
      }
    }
  }
`;

/** @param id the global id of the case */
export function CaseEditForm({ id }: { readonly id: string }): ReactNode {
  return (
    <QueryScreen<caseEditFormQuery>
      query={QUERY}
      variables={{ id }}
      subject={`the ${NOUN}`}
      failureLevel={1}
      followsChanges={false}
      fallback={<ResourceSkeleton noun={NOUN} />}
    >
      {(loaded) => <Loaded {...loaded} id={id} />}
    </QueryScreen>
  );
}

function Loaded({
  id,
  queryRef,
  fieldErrors,
}: LoadedQuery<caseEditFormQuery> & { readonly id: string }): ReactNode {
  const { node } = usePreloadedQuery<caseEditFormQuery>(QUERY, queryRef);
  const securityCase = node?.securityCase;
  const opened = useFirst(
    securityCase == null || fieldErrors.length > 0
      ? undefined
      : { name: securityCase.title ?? securityCase.caseId, base: baseOf(securityCase) },
  );
  if (opened !== undefined) return <Editor id={id} {...opened} />;
  if (securityCase == null) return <ResourceNotFound type="SecurityCase" noun={NOUN} />;
  return (
    <Screen kind="failed" level={1} icon={<WarningIcon />} title="The case cannot be edited now">
      <Text>A part of it could not be read: {fieldErrors[0]?.message} Open the page again in a moment.</Text>
    </Screen>
  );
}

interface EditorProps {
  readonly id: string;
  readonly name: string;
  readonly base: CaseBase;
}

function Editor({ id, name, base }: EditorProps): ReactNode {
  const environment = useRelayEnvironment();
  const [spec] = useState(() => editSpecOf(id, base, MUTATION));
  return (
    <FormPage
      title={`Edit: ${name}`}
      parent={{ path: resourcePath('SecurityCase', id), title: name }}
      type="SecurityCase"
      spec={spec}
      confirmLabel="Save the changes"
      success="The case was changed."
      recheck={async (values) => warningsOf(base, await readBase(environment, id), values)}
    >
      {(values) => (
        <>
          <IncidentFields>
            <TimeField path="actualIncidentStartedAt" />
          </IncidentFields>
          <ImpactFields />
          <PeopleFields isKept={(list, row) => values[list][row]?.isKept === true} />
        </>
      )}
    </FormPage>
  );
}

/** Reads the case again. Throws GatewayError when AWS does not have it, or a part of it could not be read. */
async function readBase(environment: Environment, id: string): Promise<CaseBase> {
  // An answer of the gateway's read cache may be older than the values of the form.
  const { cacheConfig, fieldErrors } = collectFieldErrors({ isFresh: true });
  const data = await fetchQuery<caseEditFormQuery>(
    environment,
    QUERY,
    { id },
    { fetchPolicy: 'network-only', networkCacheConfig: cacheConfig },
  ).toPromise();
  const [error] = fieldErrors();
  if (error !== undefined) throw new GatewayError(error);
  const securityCase = data?.node?.securityCase;
  if (securityCase == null) throw localError('UNEXPECTED_RESPONSE', 'AWS does not have the case any more.');
  return baseOf(securityCase);
}
