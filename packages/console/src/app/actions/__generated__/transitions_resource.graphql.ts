/**
 * @generated SignedSource<<7b78ffd243a6c8b6d9ea5863c34709b6>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ReaderFragment } from 'relay-runtime';
export type ConsequenceCode = "CANCELS_ALL_JOBS_OF_ACCOUNT" | "EXPIRES_AFTER_30_DAYS" | "FINDINGS_KEPT_90_DAYS" | "IRREVERSIBLE" | "LEAVES_ADMINISTRATOR" | "MAY_COMPLETE_ANYWAY" | "MAY_LAND_IN_IDLE" | "RECORD_IS_DELETED";
export type TransitionAction = "CANCEL" | "CLOSE" | "DELETE" | "DISASSOCIATE" | "ENABLE" | "PAUSE" | "RESUME" | "SUSPEND" | "UPDATE_RESOLVER_TYPE" | "UPDATE_STATUS";
import type { FragmentRefs } from "relay-runtime";
export type transitions_resource$data = {
  readonly availableTransitions: ReadonlyArray<{
    readonly action: TransitionAction;
    readonly consequences: ReadonlyArray<{
      readonly code: ConsequenceCode;
      readonly text: string;
    }>;
    readonly mutation: string;
    readonly to: string;
  }>;
  readonly id: string;
  readonly isTerminal: boolean;
  readonly " $fragmentType": "transitions_resource";
};
export type transitions_resource$key = {
  readonly " $data"?: transitions_resource$data;
  readonly " $fragmentSpreads": FragmentRefs<"transitions_resource">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "transitions_resource",
  "selections": [
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "id",
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
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "to",
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "mutation",
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "concreteType": "Consequence",
          "kind": "LinkedField",
          "name": "consequences",
          "plural": true,
          "selections": [
            {
              "alias": null,
              "args": null,
              "kind": "ScalarField",
              "name": "code",
              "storageKey": null
            },
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
      "storageKey": null
    }
  ],
  "type": "Resource",
  "abstractKey": "__isResource"
};

(node as any).hash = "b9ab011dfb0ae9d4e5fd3ce5582abd6d";

export default node;
