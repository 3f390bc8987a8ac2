/** The form that the fields of a page belong to. */
import type { UseFormReturnType } from '@mantine/form';
import { createContext, useContext } from 'react';

export type FormValues = Record<string, unknown>;

interface FormContextValue {
  readonly form: UseFormReturnType<FormValues>;
  readonly labels: Readonly<Record<string, string>>;
}

const Context = createContext<FormContextValue | undefined>(undefined);

export const FormContext = Context.Provider;

export function useFormContext(): FormContextValue {
  const value = useContext(Context);
  if (value === undefined) throw new Error('A field needs a form around it.');
  return value;
}
