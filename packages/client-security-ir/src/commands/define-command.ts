/** How an operation becomes a command class. */
import { Command } from '@smithy/core/client';
import { getEndpointPlugin } from '@smithy/core/endpoints';
import type { StaticOperationSchema } from '@smithy/types';

import type { SecurityIRClientResolvedConfig } from '../client-config';
import { endpointParameterInstructions } from '../endpoint';
import type { ServiceInputTypes, ServiceOutputTypes } from '../operations';
import { refuseEmptyLabels } from './refuse-empty-labels';

/** The base class of one command: `new XCommand(input)`, to be given to `client.send`. */
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
      refuseEmptyLabels(operation),
    ])
    .s('SecurityIncidentResponse', name, {})
    .n('SecurityIRClient', `${name}Command`)
    .sc(operation)
    .build();
};
