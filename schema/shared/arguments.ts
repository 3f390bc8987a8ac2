/** Arguments that many fields take. */

export const TARGET_ARGUMENT = {
  nullable: true,
  description: 'The name of the target to read; optional when only one target has the service.',
};

/** Of relations that lead into another service. */
export const NEAR_TARGET_ARGUMENT = {
  nullable: true,
  description:
    'The name of the target to read; defaults to the target of the resource if it has the service, otherwise to the only target that has the service.',
};

export const INPUT_ARGUMENT = { description: 'The input of the mutation.' };
