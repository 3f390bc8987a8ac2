/** Options of a field that may be null. */

export const nullable = (description: string) => ({ nullable: true, description });
