/**
 * @generated SignedSource<<fcb863d362bf43fbecb8b3d8f72c8af0>>
 * @relayHash 8b5ec9ad5c4868d0c77dda77334d5913
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

// @relayRequestID bbc39539700b7530138910a6aa8bee5200c4e5fe5cd3257aef735e16a804b041

import type { ConcreteRequest } from 'relay-runtime';
import type { FragmentRefs } from "relay-runtime";
export type ConsequenceCode = "CANCELS_ALL_JOBS_OF_ACCOUNT" | "EXPIRES_AFTER_30_DAYS" | "FINDINGS_KEPT_90_DAYS" | "IRREVERSIBLE" | "LEAVES_ADMINISTRATOR" | "MAY_COMPLETE_ANYWAY" | "MAY_LAND_IN_IDLE" | "RECORD_IS_DELETED";
export type MacieMemberStatus = "ACCOUNT_SUSPENDED" | "CREATED" | "EMAIL_VERIFICATION_FAILED" | "EMAIL_VERIFICATION_IN_PROGRESS" | "ENABLED" | "INVITED" | "PAUSED" | "REGION_DISABLED" | "REMOVED" | "RESIGNED" | "UNRECOGNIZED";
export type DisassociateMacieMemberInput = {
  acknowledge?: ReadonlyArray<ConsequenceCode> | null | undefined;
  dryRun?: boolean | null | undefined;
  expectedStatus?: MacieMemberStatus | null | undefined;
  id: string;
  idempotencyKey?: string | null | undefined;
};
export type memberActionsDisassociateMutation$variables = {
  input: DisassociateMacieMemberInput;
  isDryRun: boolean;
};
export type memberActionsDisassociateMutation$data = {
  readonly payload: {
    readonly change: {
      readonly " $fragmentSpreads": FragmentRefs<"actionMutation_change">;
    } | null | undefined;
    readonly resource?: {
      readonly " $fragmentSpreads": FragmentRefs<"memberPage_member">;
    } | null | undefined;
    readonly " $fragmentSpreads": FragmentRefs<"actionMutation_payload">;
  } | null | undefined;
};
export type memberActionsDisassociateMutation = {
  response: memberActionsDisassociateMutation$data;
  variables: memberActionsDisassociateMutation$variables;
};

const node: ConcreteRequest = (function(){
var v0 = [
  {
    "defaultValue": null,
    "kind": "LocalArgument",
    "name": "input"
  },
  {
    "defaultValue": null,
    "kind": "LocalArgument",
    "name": "isDryRun"
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
},
v9 = {
  "kind": "InlineFragment",
  "selections": [
    (v8/*:: as any*/)
  ],
  "type": "AcknowledgementRequiredError",
  "abstractKey": null
},
v10 = {
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
v11 = {
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
v12 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "to",
  "storageKey": null
},
v13 = [
  {
    "alias": null,
    "args": null,
    "kind": "ScalarField",
    "name": "from",
    "storageKey": null
  },
  (v12/*:: as any*/),
  (v8/*:: as any*/)
],
v14 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "id",
  "storageKey": null
},
v15 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "accountId",
  "storageKey": null
};
return {
  "fragment": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Fragment",
    "metadata": null,
    "name": "memberActionsDisassociateMutation",
    "selections": [
      {
        "alias": "payload",
        "args": (v1/*:: as any*/),
        "concreteType": "MacieMemberPayload",
        "kind": "LinkedField",
        "name": "disassociateMacieMember",
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
                          (v9/*:: as any*/),
                          (v10/*:: as any*/),
                          (v11/*:: as any*/)
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
          {
            "alias": null,
            "args": null,
            "concreteType": "StatusChange",
            "kind": "LinkedField",
            "name": "change",
            "plural": false,
            "selections": [
              {
                "kind": "InlineDataFragmentSpread",
                "name": "actionMutation_change",
                "selections": (v13/*:: as any*/),
                "args": null,
                "argumentDefinitions": []
              }
            ],
            "storageKey": null
          },
          {
            "condition": "isDryRun",
            "kind": "Condition",
            "passingValue": false,
            "selections": [
              {
                "alias": "resource",
                "args": null,
                "concreteType": "MacieMember",
                "kind": "LinkedField",
                "name": "macieMember",
                "plural": false,
                "selections": [
                  {
                    "args": null,
                    "kind": "FragmentSpread",
                    "name": "memberPage_member"
                  }
                ],
                "storageKey": null
              }
            ]
          }
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
    "name": "memberActionsDisassociateMutation",
    "selections": [
      {
        "alias": "payload",
        "args": (v1/*:: as any*/),
        "concreteType": "MacieMemberPayload",
        "kind": "LinkedField",
        "name": "disassociateMacieMember",
        "plural": false,
        "selections": [
          {
            "alias": null,
            "args": null,
            "concreteType": "StatusChange",
            "kind": "LinkedField",
            "name": "change",
            "plural": false,
            "selections": (v13/*:: as any*/),
            "storageKey": null
          },
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
                  (v9/*:: as any*/),
                  (v10/*:: as any*/),
                  (v11/*:: as any*/)
                ],
                "storageKey": null
              }
            ],
            "type": "MutationPayload",
            "abstractKey": "__isMutationPayload"
          },
          {
            "condition": "isDryRun",
            "kind": "Condition",
            "passingValue": false,
            "selections": [
              {
                "alias": "resource",
                "args": null,
                "concreteType": "MacieMember",
                "kind": "LinkedField",
                "name": "macieMember",
                "plural": false,
                "selections": [
                  (v14/*:: as any*/),
                  (v15/*:: as any*/),
                  {
                    "alias": null,
                    "args": null,
                    "kind": "ScalarField",
                    "name": "status",
                    "storageKey": null
                  },
                  {
                    "alias": null,
                    "args": null,
                    "kind": "ScalarField",
                    "name": "email",
                    "storageKey": null
                  },
                  {
                    "alias": null,
                    "args": null,
                    "kind": "ScalarField",
                    "name": "administratorAccountId",
                    "storageKey": null
                  },
                  {
                    "alias": null,
                    "args": null,
                    "kind": "ScalarField",
                    "name": "invitedAt",
                    "storageKey": null
                  },
                  {
                    "alias": null,
                    "args": null,
                    "kind": "ScalarField",
                    "name": "updatedAt",
                    "storageKey": null
                  },
                  {
                    "alias": null,
                    "args": null,
                    "kind": "ScalarField",
                    "name": "arn",
                    "storageKey": null
                  },
                  {
                    "alias": null,
                    "args": null,
                    "concreteType": "Tag",
                    "kind": "LinkedField",
                    "name": "tags",
                    "plural": true,
                    "selections": [
                      {
                        "alias": null,
                        "args": null,
                        "kind": "ScalarField",
                        "name": "key",
                        "storageKey": null
                      },
                      {
                        "alias": null,
                        "args": null,
                        "kind": "ScalarField",
                        "name": "value",
                        "storageKey": null
                      }
                    ],
                    "storageKey": null
                  },
                  {
                    "kind": "InlineFragment",
                    "selections": [
                      {
                        "alias": null,
                        "args": null,
                        "kind": "ScalarField",
                        "name": "statusLabel",
                        "storageKey": null
                      },
                      {
                        "alias": null,
                        "args": null,
                        "kind": "ScalarField",
                        "name": "awsStatus",
                        "storageKey": null
                      },
                      {
                        "alias": null,
                        "args": null,
                        "kind": "ScalarField",
                        "name": "consoleUrl",
                        "storageKey": null
                      },
                      {
                        "alias": null,
                        "args": null,
                        "concreteType": "Target",
                        "kind": "LinkedField",
                        "name": "target",
                        "plural": false,
                        "selections": [
                          {
                            "alias": null,
                            "args": null,
                            "kind": "ScalarField",
                            "name": "name",
                            "storageKey": null
                          },
                          (v15/*:: as any*/),
                          {
                            "alias": null,
                            "args": null,
                            "kind": "ScalarField",
                            "name": "region",
                            "storageKey": null
                          },
                          (v14/*:: as any*/)
                        ],
                        "storageKey": null
                      },
                      {
                        "alias": null,
                        "args": null,
                        "kind": "ScalarField",
                        "name": "isTerminal",
                        "storageKey": null
                      },
                      {
                        "alias": null,
                        "args": null,
                        "concreteType": "Transition",
                        "kind": "LinkedField",
                        "name": "availableTransitions",
                        "plural": true,
                        "selections": [
                          {
                            "alias": null,
                            "args": null,
                            "kind": "ScalarField",
                            "name": "action",
                            "storageKey": null
                          },
                          (v12/*:: as any*/),
                          {
                            "alias": null,
                            "args": null,
                            "kind": "ScalarField",
                            "name": "mutation",
                            "storageKey": null
                          },
                          (v8/*:: as any*/)
                        ],
                        "storageKey": null
                      }
                    ],
                    "type": "Resource",
                    "abstractKey": "__isResource"
                  }
                ],
                "storageKey": null
              }
            ]
          }
        ],
        "storageKey": null
      }
    ]
  },
  "params": {
    "cacheID": "8b5ec9ad5c4868d0c77dda77334d5913",
    "id": "bbc39539700b7530138910a6aa8bee5200c4e5fe5cd3257aef735e16a804b041",
    "metadata": {},
    "name": "memberActionsDisassociateMutation",
    "operationKind": "mutation",
    "text": "mutation memberActionsDisassociateMutation(\n  $input: DisassociateMacieMemberInput!\n  $isDryRun: Boolean!\n) {\n  payload: disassociateMacieMember(input: $input) {\n    ...actionMutation_payload\n    change {\n      ...actionMutation_change\n    }\n    resource: macieMember @skip(if: $isDryRun) {\n      ...memberPage_member\n      id\n    }\n  }\n}\n\nfragment actionMutation_change on StatusChange {\n  from\n  to\n  consequences {\n    code\n    text\n  }\n}\n\nfragment actionMutation_error on UserError {\n  __isUserError: __typename\n  __typename\n  code\n  message\n  path\n  ... on StatusMismatchError {\n    actual\n  }\n  ... on AcknowledgementRequiredError {\n    consequences {\n      code\n      text\n    }\n  }\n  ... on OutcomeUnknownError {\n    observedStatus\n  }\n  ... on AwsRejectedError {\n    requestId\n    retryable\n    retryAfterSeconds\n  }\n}\n\nfragment actionMutation_payload on MutationPayload {\n  __isMutationPayload: __typename\n  outcome\n  userErrors {\n    __typename\n    ...actionMutation_error\n  }\n}\n\nfragment memberPage_member on MacieMember {\n  id\n  accountId\n  status\n  email\n  administratorAccountId\n  invitedAt\n  updatedAt\n  arn\n  tags {\n    key\n    value\n  }\n  ...resourceHeader_resource\n  ...transitions_resource\n}\n\nfragment resourceHeader_resource on Resource {\n  __isResource: __typename\n  id\n  statusLabel\n  awsStatus\n  consoleUrl\n  target {\n    name\n    accountId\n    region\n    id\n  }\n}\n\nfragment transitions_resource on Resource {\n  __isResource: __typename\n  id\n  isTerminal\n  availableTransitions {\n    action\n    to\n    mutation\n    consequences {\n      code\n      text\n    }\n  }\n}\n"
  }
};
})();

(node as any).hash = "219af3443664193653d761de99876955";

export default node;
