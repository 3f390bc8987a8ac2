/** The first value of a form: a form keeps the input that it was opened with, whatever later reads return. */
import { useState } from 'react';

/** Returns the first value that is defined. */
export function useFirst<Value>(value: Value | undefined): Value | undefined {
  const [first, setFirst] = useState(value);
  if (first === undefined && value !== undefined) setFirst(value);
  return first ?? value;
}
