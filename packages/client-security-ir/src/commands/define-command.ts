/** A factory of command classes. */
import { Command } from '@smithy/core/client';
import { getEndpointPlugin } from '@smithy/core/endpoints';
import type { StaticOperationSchema } from '@smithy/types';

import type { SecurityIRClientResolvedConfig } from '../config/client-config';
import { endpointParameterInstructions } from '../config/endpoint';
import type { ServiceInputTypes, ServiceOutputTypes } from '../models/operations';
import { rejectEmptyLabels } from './reject-empty-labels';

/** Creates the base class of one command, for `client.send(new XCommand(input))`. */
export const defineCommand = <Input extends ServiceInputTypes, Output extends ServiceOutputTypes>(
  operation: StaticOperationSchema,
) => {
  const [, , name] = operation;
  return Command.classBuilder<
    Input,
    Output,
    SecurityIRClientResolvedConfig,
    ServiceInputTypes,
    ServiceOutputTypes
  >()
    .ep(endpointParameterInstructions)
    .m((_command, _stack, config: SecurityIRClientResolvedConfig) => [
      getEndpointPlugin(config, endpointParameterInstructions),
      rejectEmptyLabels(operation),
    ])
    .s('SecurityIncidentResponse', name, {})
    .n('SecurityIRClient', `${name}Command`)
    .sc(operation)
    .build();
};
