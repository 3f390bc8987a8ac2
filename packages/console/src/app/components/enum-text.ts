/** The words of an enum value; a value that the gateway does not know is named as AWS spells it. */

/** @param awsValue the value as AWS spells it */
export function enumText<Value extends string>(
  labels: Readonly<Record<Value, string>>,
  value: Value | null | undefined,
  awsValue: string | null | undefined,
): string | null {
  if (value == null) return null;
  return value === 'UNRECOGNIZED' && awsValue != null
    ? `${awsValue} (unknown to the console)`
    : labels[value];
}
