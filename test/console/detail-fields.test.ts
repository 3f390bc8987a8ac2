// The page of a resource requests every field of its type, with every field of the types below it, or a reason is here.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildSchema,
  getNamedType,
  isCompositeType,
  isObjectType,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type GraphQLObjectType,
} from 'graphql';

const ROOT = join(__dirname, '../..');
const SCHEMA = buildSchema(readFileSync(join(ROOT, 'schema/schema.graphql'), 'utf8'));
const DOCUMENTS = JSON.parse(
  readFileSync(join(ROOT, 'packages/console/persisted-documents.json'), 'utf8'),
) as Readonly<Record<string, string>>;

/** The fields that a page does not request, with the reason. A field of a type below has the name of that type. */
const ALL = { auditTrail: 'the history has the same entries' };
const EXCEPTIONS = {
  ClassificationJob: { ...ALL, expiresAt: 'the same as userPausedDetails.expiresAt' },
  MacieMember: { ...ALL, masterAccountId: 'deprecated for administratorAccountId' },
  MailboxExportJob: { ...ALL, arn: 'always null' },
  SecurityCase: {
    ...ALL,
    'SecurityCaseAttachment.attachmentId': 'no input takes it, and people know a file by its name',
  },
} as const;

/** The queries of each page. */
const QUERIES: Readonly<Record<keyof typeof EXCEPTIONS, readonly string[]>> = {
  ClassificationJob: ['jobPageQuery', 'jobMembersQuery'],
  MacieMember: ['memberPageQuery', 'memberJobsQuery', 'memberCasesQuery'],
  MailboxExportJob: ['exportPageQuery', 'mailboxQuery'],
  SecurityCase: [
    'casePageQuery',
    'caseMembersQuery',
    'caseCommentsQuery',
    'caseAttachmentsQuery',
    'attachmentItemDownloadQuery',
    'caseInvestigationsQuery',
    'caseEditsQuery',
  ],
};

/** The fields that the documents request, by the name of the type. */
function requested(names: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  const texts = Object.values(DOCUMENTS).filter((text) =>
    names.some((name) => new RegExp(`\\bquery ${name}\\b`).test(text)),
  );
  expect(texts).toHaveLength(names.length);
  for (const text of texts) {
    const info = new TypeInfo(SCHEMA);
    visit(
      parse(text),
      visitWithTypeInfo(info, {
        Field: ({ name }) => {
          const parent = info.getParentType()?.name ?? '';
          found.set(parent, (found.get(parent) ?? new Set()).add(name.value));
        },
      }),
    );
  }
  return found;
}

function objectType(name: string): GraphQLObjectType {
  const type = SCHEMA.getType(name);
  if (!isObjectType(type)) throw new Error(`${name} is not an object type.`);
  return type;
}

/** The fields of the type that are not requested, and those of the value types below it. */
function missingFields(type: GraphQLObjectType, found: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  // A field that the type shares with other resources is requested on the interface.
  const has = (name: string) =>
    [type.name, 'Resource', 'Node'].some((parent) => found.get(parent)?.has(name) === true);
  return Object.values(type.getFields()).flatMap((field) => {
    // A connection has its nodes in its edges, too.
    if (type.name.endsWith('Connection') && field.name === 'nodes') return [];
    if (!has(field.name)) return [`${type.name}.${field.name}`];
    const below = getNamedType(field.type);
    const isValue = below.name.startsWith(type.name) && isCompositeType(below);
    return isValue && isObjectType(below) ? missingFields(below, found) : [];
  });
}

test.each(Object.keys(EXCEPTIONS) as (keyof typeof EXCEPTIONS)[])(
  'the page of %s requests every field, or the reason is known',
  (name) => {
    const found = requested([...QUERIES[name], 'historyQuery']);
    expect(missingFields(objectType(name), found).sort()).toEqual(
      Object.keys(EXCEPTIONS[name])
        .map((field) => (field.includes('.') ? field : `${name}.${field}`))
        .sort(),
    );
  },
);
