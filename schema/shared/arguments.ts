/** Arguments that many fields take. */

export const TARGET_ARGUMENT = {
  nullable: true,
  description: 'The name of the target to look in; may be left out when only one target has the service.',
};

export const INPUT_ARGUMENT = { description: 'Which resource, and how.' };
