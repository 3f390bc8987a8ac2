/** The options of a nullable field. */

export const nullable = (description: string) => ({ nullable: true, description });
