// The rules of what the schema says about AWS: operations, statuses, enums and names.
import { getNamedType, isEnumType, isNonNullType, isObjectType, type GraphQLType } from 'graphql';
import { FACTS } from '../../../scripts/coverage/facts/facts';
import { coverageRows } from '../../../scripts/docs/coverage-page';
import { fields, members, mutations, places, shapeOf, type Rules } from './rule';

const OPERATIONS = Object.values(FACTS).flatMap(({ operations }) => Object.keys(operations));

/** The operations that a description names in parentheses. */
function operationsIn(description: string | null | undefined): string[] {
  const asides = (description ?? '').match(/\([^)]*\)/g) ?? [];
  return asides.flatMap((aside) => aside.match(/\w+/g) ?? []).filter((word) => OPERATIONS.includes(word));
}

/** True for Completeness and for an enum with UNKNOWN, which report a failed AWS call. */
const reportsFailure = (type: GraphQLType) => {
  const named = getNamedType(type);
  return named.name === 'Completeness' || (isEnumType(named) && named.getValue('UNKNOWN') != null);
};

/** Open enums whose value AWS does not state as a word: it sends one of several structures. */
const WITHOUT_AWS_WORD = ['ClassificationJobScheduleFrequency.interval'];

/** True for an enum of AWS, to which AWS may add values, and for lists of it. */
const isOpenEnum = (type: GraphQLType) => {
  const named = getNamedType(type);
  return isEnumType(named) && named.getValue('UNRECOGNIZED') != null;
};

/** The names of members that mean something else in the gateway than in AWS. */
const GATEWAY_NAMES = ['id', 'idempotencyKey'];

/** The AWS members of each field and input field; filters and orders describe conditions, not values of AWS. */
const AWS_MEMBERS = membersByPlace();

function membersByPlace(): ReadonlyMap<string, readonly string[]> {
  const byPlace = new Map<string, string[]>();
  for (const { member, places: found } of coverageRows()) {
    if (found === undefined || 'nowhere' in found) continue;
    for (const place of found) byPlace.set(place, [...(byPlace.get(place) ?? []), member]);
  }
  return new Map([...byPlace].filter(([place]) => !/^(Query|Mutation|\w+(Filter|Order))\./.test(place)));
}

/** True for AWS's own name in lowerCamelCase, also after the prefix of fields with the word of AWS. */
function isNameOf(member: string, name: string): boolean {
  return [member, `aws${member}`].some((own) => own.toLowerCase() === name.toLowerCase());
}

const wordsOf = (description: string | null | undefined): readonly string[] =>
  (description ?? '').match(/\w+/g) ?? [];

export const AWS_RULES: Rules = {
  'a field that needs a further AWS call is nullable or reports that the call failed': {
    violations: (schema) =>
      places(
        fields(schema).filter(
          ({ parent, description, type }) =>
            isNonNullType(type) &&
            !reportsFailure(type) &&
            operationsIn(description).some(
              (operation) => !operationsIn(parent.description).includes(operation),
            ),
        ),
      ),
    badSchema: `
      type Query { job: Job }
      "A job (ListCases)."
      type Job { "(ListCases)" name: String!, "(GetCase)" text: String!, "(GetMember)" state: State! }
      enum State { MEMBER UNKNOWN }`,
    violated: ['Job.text'],
  },
  'the description of a mutation ends with the AWS operation that it calls': {
    violations: (schema) =>
      places(
        mutations(schema).filter(({ description }) => {
          const named = /\(([\w, ]+)\)\.$/.exec(description ?? '')?.[1] ?? 'none at all';
          return !named.split(', ').every((operation) => OPERATIONS.includes(operation));
        }),
      ),
    badSchema: `
      type Query { a: Int }
      type Mutation {
        "Closes a case (CloseCase)." good: Int, "Closes a case." silent: Int, "Closes a case (ShutCase)." wrong: Int
      }`,
    violated: ['Mutation.silent', 'Mutation.wrong'],
  },
  'a mutation has the input dryRun, and its payload is a MutationPayload': {
    violations: (schema) =>
      places(
        mutations(schema).filter(({ args: [input], type }) => {
          const { dryRun } = shapeOf(getNamedType(input?.type));
          const payload = getNamedType(type);
          const isPayload =
            isObjectType(payload) && payload.getInterfaces().some(({ name }) => name === 'MutationPayload');
          return dryRun !== 'Boolean = false' || !isPayload;
        }),
      ),
    badSchema: `
      type Query { a: Int }
      type Mutation { good(by: Dry!): Open, wet(by: Wet!): Open, vague(by: Dry!): Vague }
      input Dry { dryRun: Boolean = false }
      input Wet { dryRun: Boolean = true }
      interface MutationPayload { outcome: ChangeOutcome!, userErrors: [UserError!]! }
      type Open implements MutationPayload { outcome: ChangeOutcome!, userErrors: [UserError!]! }
      type Vague { outcome: ChangeOutcome!, userErrors: [UserError!]! }
      interface UserError { message: String! }
      enum ChangeOutcome { APPLIED }`,
    violated: ['Mutation.wet', 'Mutation.vague'],
  },
  'an output field of an open enum has a field with the word of AWS beside it': {
    violations: (schema) =>
      places(
        fields(schema).filter(({ name, type, parent, place }) => {
          const awsName = `aws${name.charAt(0).toUpperCase()}${name.slice(1)}`;
          return (
            isOpenEnum(type) && !WITHOUT_AWS_WORD.includes(place) && shapeOf(parent)[awsName] !== 'String'
          );
        }),
      ),
    badSchema: `
      type Query { job: Job, export: Export }
      type Job { status: Status, awsStatus: String, jobType: Status, kind: Closed }
      type Export { status: Status!, state: [Status!]!, awsStatus: Int }
      enum Status { RUNNING UNRECOGNIZED }
      enum Closed { ONE }`,
    violated: ['Job.jobType', 'Export.status', 'Export.state'],
  },
  'a status of AWS has a label beside it': {
    violations: (schema) =>
      places(
        fields(schema).filter(({ name, type, parent }) => {
          const wanted = isNonNullType(type) ? 'String!' : 'String';
          return name === 'status' && isOpenEnum(type) && shapeOf(parent).statusLabel !== wanted;
        }),
      ),
    badSchema: `
      type Query { job: Job, export: Export, user: User, source: Source }
      type Job { status: Status!, statusLabel: String! }
      type Export { status: Status! }
      type User { status: Status, statusLabel: String! }
      type Source { status: Closed! }
      enum Status { RUNNING UNRECOGNIZED }
      enum Closed { ONE }`,
    violated: ['Export.status', 'User.status'],
  },
  'a value of AWS under another name has the name of AWS in its description': {
    violations: (schema) =>
      places(
        members(schema).filter(({ place, name, type, description }) => {
          const named = AWS_MEMBERS.get(place) ?? [];
          return (
            named.length > 0 &&
            !GATEWAY_NAMES.includes(name) &&
            !isObjectType(getNamedType(type)) &&
            !named.some((member) => isNameOf(member, name) || wordsOf(description).includes(member))
          );
        }),
      ),
    badSchema: `
      type Query { member: MacieMember }
      type MacieMember {
        "The id of the account." accountId: String, "The relationship." status: String
        "The relationship as AWS spells it (relationshipStatus)." awsStatus: String, "The tags." tags: [String]
      }
      input CreateSecurityCaseInput { "The start." reportedIncidentStartedAt: String, "A key." idempotencyKey: String }`,
    violated: ['MacieMember.status', 'CreateSecurityCaseInput.reportedIncidentStartedAt'],
  },
};
