/**
 * @generated SignedSource<<6968cb7187c6957f9c1e7422491d9b0b>>
 * @relayHash 171ec9b28eeb04dc2e2164667ac1fc7f
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

// @relayRequestID dbb35418f7588b5080a6870fbcf721025f82be69cf9eee61b7b7d3d4ad1bf5be

import type { ConcreteRequest } from 'relay-runtime';
import type { FragmentRefs } from "relay-runtime";
export type ClassificationJobBucketCriterionKey = "ACCOUNT_ID" | "S3_BUCKET_EFFECTIVE_PERMISSION" | "S3_BUCKET_NAME" | "S3_BUCKET_SHARED_ACCESS" | "UNRECOGNIZED";
export type ClassificationJobComparator = "CONTAINS" | "EQ" | "GT" | "GTE" | "LT" | "LTE" | "NE" | "STARTS_WITH" | "UNRECOGNIZED";
export type ClassificationJobDayOfWeek = "FRIDAY" | "MONDAY" | "SATURDAY" | "SUNDAY" | "THURSDAY" | "TUESDAY" | "UNRECOGNIZED" | "WEDNESDAY";
export type ClassificationJobManagedDataIdentifierSelector = "ALL" | "EXCLUDE" | "INCLUDE" | "NONE" | "RECOMMENDED" | "UNRECOGNIZED";
export type ClassificationJobObjectTermKey = "OBJECT_EXTENSION" | "OBJECT_KEY" | "OBJECT_LAST_MODIFIED_DATE" | "OBJECT_SIZE" | "UNRECOGNIZED";
export type ClassificationJobType = "ONE_TIME" | "SCHEDULED" | "UNRECOGNIZED";
export type CreateClassificationJobInput = {
  allowListIds?: ReadonlyArray<string> | null | undefined;
  buckets: ClassificationJobBucketsInput;
  customDataIdentifierIds?: ReadonlyArray<string> | null | undefined;
  description?: string | null | undefined;
  dryRun?: boolean | null | undefined;
  idempotencyKey?: string | null | undefined;
  initialRun?: boolean | null | undefined;
  jobType: ClassificationJobType;
  managedDataIdentifierIds?: ReadonlyArray<string> | null | undefined;
  managedDataIdentifierSelector?: ClassificationJobManagedDataIdentifierSelector | null | undefined;
  name: string;
  samplingPercentage?: number | null | undefined;
  scheduleFrequency?: ClassificationJobScheduleFrequencyInput | null | undefined;
  scoping?: ClassificationJobObjectScopingInput | null | undefined;
  tags?: ReadonlyArray<TagInput> | null | undefined;
  target?: string | null | undefined;
};
export type ClassificationJobBucketsInput = {
  bucketCriteria: ClassificationJobBucketCriteriaInput;
  bucketDefinitions?: never;
} | {
  bucketCriteria?: never;
  bucketDefinitions: ReadonlyArray<ClassificationJobBucketDefinitionInput>;
};
export type ClassificationJobBucketCriteriaInput = {
  excludes?: ReadonlyArray<ClassificationJobBucketCriterionInput> | null | undefined;
  includes?: ReadonlyArray<ClassificationJobBucketCriterionInput> | null | undefined;
};
export type ClassificationJobBucketCriterionInput = {
  simpleCriterion: ClassificationJobBucketSimpleCriterionInput;
  tagCriterion?: never;
} | {
  simpleCriterion?: never;
  tagCriterion: ClassificationJobBucketTagCriterionInput;
};
export type ClassificationJobBucketSimpleCriterionInput = {
  comparator: ClassificationJobComparator;
  key: ClassificationJobBucketCriterionKey;
  values: ReadonlyArray<string>;
};
export type ClassificationJobBucketTagCriterionInput = {
  comparator: ClassificationJobComparator;
  tagValues: ReadonlyArray<ClassificationJobTagConditionInput>;
};
export type ClassificationJobTagConditionInput = {
  key?: string | null | undefined;
  value?: string | null | undefined;
};
export type ClassificationJobBucketDefinitionInput = {
  accountId: string;
  buckets: ReadonlyArray<string>;
};
export type ClassificationJobScheduleFrequencyInput = {
  daily: boolean;
  monthly?: never;
  weekly?: never;
} | {
  daily?: never;
  monthly: ClassificationJobMonthlyScheduleInput;
  weekly?: never;
} | {
  daily?: never;
  monthly?: never;
  weekly: ClassificationJobWeeklyScheduleInput;
};
export type ClassificationJobMonthlyScheduleInput = {
  dayOfMonth: number;
};
export type ClassificationJobWeeklyScheduleInput = {
  dayOfWeek: ClassificationJobDayOfWeek;
};
export type ClassificationJobObjectScopingInput = {
  excludes?: ReadonlyArray<ClassificationJobObjectTermInput> | null | undefined;
  includes?: ReadonlyArray<ClassificationJobObjectTermInput> | null | undefined;
};
export type ClassificationJobObjectTermInput = {
  simpleScopeTerm: ClassificationJobObjectSimpleTermInput;
  tagScopeTerm?: never;
} | {
  simpleScopeTerm?: never;
  tagScopeTerm: ClassificationJobObjectTagTermInput;
};
export type ClassificationJobObjectSimpleTermInput = {
  comparator: ClassificationJobComparator;
  key: ClassificationJobObjectTermKey;
  values: ReadonlyArray<string>;
};
export type ClassificationJobObjectTagTermInput = {
  comparator: ClassificationJobComparator;
  tagValues: ReadonlyArray<ClassificationJobTagConditionInput>;
};
export type TagInput = {
  key: string;
  value: string;
};
export type newJobFormMutation$variables = {
  input: CreateClassificationJobInput;
};
export type newJobFormMutation$data = {
  readonly payload: {
    readonly resource: {
      readonly id: string;
    } | null | undefined;
    readonly " $fragmentSpreads": FragmentRefs<"actionMutation_payload">;
  } | null | undefined;
};
export type newJobFormMutation = {
  response: newJobFormMutation$data;
  variables: newJobFormMutation$variables;
};

const node: ConcreteRequest = (function(){
var v0 = [
  {
    "defaultValue": null,
    "kind": "LocalArgument",
    "name": "input"
  }
],
v1 = [
  {
    "kind": "Variable",
    "name": "input",
    "variableName": "input"
  }
],
v2 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "outcome",
  "storageKey": null
},
v3 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "__typename",
  "storageKey": null
},
v4 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "code",
  "storageKey": null
},
v5 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "message",
  "storageKey": null
},
v6 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "path",
  "storageKey": null
},
v7 = {
  "kind": "InlineFragment",
  "selections": [
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "actual",
      "storageKey": null
    }
  ],
  "type": "StatusMismatchError",
  "abstractKey": null
},
v8 = {
  "kind": "InlineFragment",
  "selections": [
    {
      "alias": null,
      "args": null,
      "concreteType": "Consequence",
      "kind": "LinkedField",
      "name": "consequences",
      "plural": true,
      "selections": [
        (v4/*:: as any*/),
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "text",
          "storageKey": null
        }
      ],
      "storageKey": null
    }
  ],
  "type": "AcknowledgementRequiredError",
  "abstractKey": null
},
v9 = {
  "kind": "InlineFragment",
  "selections": [
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "observedStatus",
      "storageKey": null
    }
  ],
  "type": "OutcomeUnknownError",
  "abstractKey": null
},
v10 = {
  "kind": "InlineFragment",
  "selections": [
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "requestId",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "retryable",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "retryAfterSeconds",
      "storageKey": null
    }
  ],
  "type": "AwsRejectedError",
  "abstractKey": null
},
v11 = {
  "alias": "resource",
  "args": null,
  "concreteType": "ClassificationJob",
  "kind": "LinkedField",
  "name": "classificationJob",
  "plural": false,
  "selections": [
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "id",
      "storageKey": null
    }
  ],
  "storageKey": null
};
return {
  "fragment": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Fragment",
    "metadata": null,
    "name": "newJobFormMutation",
    "selections": [
      {
        "alias": "payload",
        "args": (v1/*:: as any*/),
        "concreteType": "CreateClassificationJobPayload",
        "kind": "LinkedField",
        "name": "createClassificationJob",
        "plural": false,
        "selections": [
          {
            "kind": "InlineDataFragmentSpread",
            "name": "actionMutation_payload",
            "selections": [
              {
                "kind": "InlineFragment",
                "selections": [
                  (v2/*:: as any*/),
                  {
                    "alias": null,
                    "args": null,
                    "concreteType": null,
                    "kind": "LinkedField",
                    "name": "userErrors",
                    "plural": true,
                    "selections": [
                      {
                        "kind": "InlineDataFragmentSpread",
                        "name": "actionMutation_error",
                        "selections": [
                          (v3/*:: as any*/),
                          (v4/*:: as any*/),
                          (v5/*:: as any*/),
                          (v6/*:: as any*/),
                          (v7/*:: as any*/),
                          (v8/*:: as any*/),
                          (v9/*:: as any*/),
                          (v10/*:: as any*/)
                        ],
                        "args": null,
                        "argumentDefinitions": []
                      }
                    ],
                    "storageKey": null
                  }
                ],
                "type": "MutationPayload",
                "abstractKey": "__isMutationPayload"
              }
            ],
            "args": null,
            "argumentDefinitions": []
          },
          (v11/*:: as any*/)
        ],
        "storageKey": null
      }
    ],
    "type": "Mutation",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Operation",
    "name": "newJobFormMutation",
    "selections": [
      {
        "alias": "payload",
        "args": (v1/*:: as any*/),
        "concreteType": "CreateClassificationJobPayload",
        "kind": "LinkedField",
        "name": "createClassificationJob",
        "plural": false,
        "selections": [
          {
            "kind": "InlineFragment",
            "selections": [
              (v2/*:: as any*/),
              {
                "alias": null,
                "args": null,
                "concreteType": null,
                "kind": "LinkedField",
                "name": "userErrors",
                "plural": true,
                "selections": [
                  (v3/*:: as any*/),
                  {
                    "kind": "TypeDiscriminator",
                    "abstractKey": "__isUserError"
                  },
                  (v4/*:: as any*/),
                  (v5/*:: as any*/),
                  (v6/*:: as any*/),
                  (v7/*:: as any*/),
                  (v8/*:: as any*/),
                  (v9/*:: as any*/),
                  (v10/*:: as any*/)
                ],
                "storageKey": null
              }
            ],
            "type": "MutationPayload",
            "abstractKey": "__isMutationPayload"
          },
          (v11/*:: as any*/)
        ],
        "storageKey": null
      }
    ]
  },
  "params": {
    "cacheID": "171ec9b28eeb04dc2e2164667ac1fc7f",
    "id": "dbb35418f7588b5080a6870fbcf721025f82be69cf9eee61b7b7d3d4ad1bf5be",
    "metadata": {},
    "name": "newJobFormMutation",
    "operationKind": "mutation",
    "text": "mutation newJobFormMutation(\n  $input: CreateClassificationJobInput!\n) {\n  payload: createClassificationJob(input: $input) {\n    ...actionMutation_payload\n    resource: classificationJob {\n      id\n    }\n  }\n}\n\nfragment actionMutation_error on UserError {\n  __isUserError: __typename\n  __typename\n  code\n  message\n  path\n  ... on StatusMismatchError {\n    actual\n  }\n  ... on AcknowledgementRequiredError {\n    consequences {\n      code\n      text\n    }\n  }\n  ... on OutcomeUnknownError {\n    observedStatus\n  }\n  ... on AwsRejectedError {\n    requestId\n    retryable\n    retryAfterSeconds\n  }\n}\n\nfragment actionMutation_payload on MutationPayload {\n  __isMutationPayload: __typename\n  outcome\n  userErrors {\n    __typename\n    ...actionMutation_error\n  }\n}\n"
  }
};
})();

(node as any).hash = "f6a88b775bdf54503ff16a59f3865bb2";

export default node;
