/** Options of arguments that many fields share. */

export const TARGET_ARGUMENT = {
  nullable: true,
  description: 'The name of the target to read; optional when only one target has the service.',
};

/** The argument target of relations to resources of another service. */
export const RELATION_TARGET_ARGUMENT = {
  nullable: true,
  description:
    'The name of the target to read; defaults to the target of the resource if it has the service, otherwise to the only target that has the service.',
};

export const INPUT_ARGUMENT = { description: 'The input of the mutation.' };
