/** Arguments that many fields take. */

export const TARGET_ARGUMENT = {
  nullable: true,
  description: 'The name of the target to look in; may be left out when only one target has the service.',
};

/** Of relations that lead into another service. */
export const NEAR_TARGET_ARGUMENT = {
  nullable: true,
  description:
    "The name of the target to look in; the resource's own when left out, or the only one that has the service.",
};

export const INPUT_ARGUMENT = { description: 'What the mutation is to do.' };
