/** The forms of search texts: a text in the form of an id is looked up, any other text is compared with the lists. */
import { refOfId } from '../domain/ids';
import type { SearchHitField } from '../domain/records/search-hit';
import {
  AWS_ID_PATTERNS,
  isResourceRef,
  serviceOf,
  type ResourceKind,
  type ResourceRef,
} from '../domain/resources';
import { accountOf, type Targets } from '../domain/targets';
import type { AwsList } from '../domain/aws-list';

/** One resource to look up. */
export interface LookUp {
  readonly ref: ResourceRef;
  readonly matchedField: SearchHitField;
  /** The ARN that the resource must have, unless AWS states none. */
  readonly arn?: string;
}

export type SearchForm =
  | { readonly type: 'IDS'; readonly lookUps: readonly LookUp[] }
  /** No operation finds an export without its organization, so the lists of exports are searched for it. */
  | { readonly type: 'EXPORT_JOB_ID' }
  | { readonly type: 'TEXT' };

interface AwsIdForm {
  readonly kind: ResourceKind;
  /** The id alone: a text in this form is looked up. */
  readonly id: RegExp;
  /** The id within an ARN, behind its type. */
  readonly idInArn: RegExp;
  readonly arnType: string;
  readonly matchedField: SearchHitField;
  readonly refOf: (target: string, id: string) => ResourceRef;
}

const AWS_ID_FORMS: readonly AwsIdForm[] = [
  {
    kind: 'ClassificationJob',
    // The id of a job can be any word. Only the form that Macie gives its ids is no search for a name.
    id: /^[0-9a-f]{32}$/,
    idInArn: AWS_ID_PATTERNS.classificationJobId,
    arnType: 'classification-job',
    matchedField: 'ID',
    refOf: (target, jobId) => ({ kind: 'ClassificationJob', target, jobId }),
  },
  {
    kind: 'MacieMember',
    id: AWS_ID_PATTERNS.accountId,
    idInArn: AWS_ID_PATTERNS.accountId,
    arnType: 'member',
    matchedField: 'ACCOUNT_ID',
    refOf: (target, accountId) => ({ kind: 'MacieMember', target, accountId }),
  },
  {
    kind: 'SecurityCase',
    id: AWS_ID_PATTERNS.caseId,
    idInArn: AWS_ID_PATTERNS.caseId,
    arnType: 'case',
    matchedField: 'ID',
    refOf: (target, caseId) => ({ kind: 'SecurityCase', target, caseId }),
  },
];

const ARN = /^arn:aws[a-z-]*:([a-z0-9-]+):([a-z0-9-]+):(\d{12}):([a-z-]+)\/(.+)$/;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The places of look-ups by id. */
export interface LookUpPlaces {
  /** The lists that the caller selects: look-ups are for their kinds and targets. */
  readonly lists: readonly AwsList[];
  readonly targets: Targets;
  /** True when the targets are accounts of the emulator. */
  readonly emulated: boolean;
}

/** Makes no AWS call. A resource that belongs to none of the lists has no look-up. */
export function formOf(text: string, places: LookUpPlaces): SearchForm {
  const global = refOfId(text);
  if (global !== undefined) {
    const ref = isResourceRef(global) && isSelected(global, places) ? global : undefined;
    return { type: 'IDS', lookUps: ref === undefined ? [] : [{ ref, matchedField: 'ID' }] };
  }
  const lookUps = lookUpsOfArn(text, places) ?? lookUpsOfAwsId(text, places);
  if (lookUps !== undefined) return { type: 'IDS', lookUps };
  return { type: UUID.test(text) ? 'EXPORT_JOB_ID' : 'TEXT' };
}

function isSelected({ kind, target }: AwsList, { lists }: LookUpPlaces): boolean {
  return lists.some((list) => list.kind === kind && list.target === target);
}

/** The look-ups of a text in the form of one or more ids, such as an account and a case; undefined for another text. */
function lookUpsOfAwsId(text: string, { lists }: LookUpPlaces): readonly LookUp[] | undefined {
  const forms = AWS_ID_FORMS.filter(({ id }) => id.test(text));
  if (forms.length === 0) return undefined;
  return lists.flatMap(({ kind, target }) =>
    forms
      .filter((form) => form.kind === kind)
      .map(({ refOf, matchedField }) => ({ ref: refOf(target, text), matchedField })),
  );
}

/** The look-ups of an ARN, in the targets with its region and its account; undefined for another text. */
function lookUpsOfArn(
  text: string,
  { lists, targets, emulated }: LookUpPlaces,
): readonly LookUp[] | undefined {
  const [, service, region, account, arnType, id = ''] = ARN.exec(text) ?? [];
  const form = AWS_ID_FORMS.find((each) => each.arnType === arnType && serviceOf(each.kind) === service);
  if (form?.idInArn.test(id) !== true) return undefined;
  const isOfArn = (name: string) => {
    const target = targets.describe(name);
    // The configuration may not state the account of a target.
    return target.region === region && (accountOf(target, emulated) ?? account) === account;
  };
  return lists
    .filter(({ kind, target }) => kind === form.kind && isOfArn(target))
    .map(({ target }) => ({ ref: form.refOf(target, id), matchedField: 'ARN', arn: text }));
}
