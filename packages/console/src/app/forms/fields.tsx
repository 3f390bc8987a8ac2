/** The fields of forms, each by its path in the values of the form. */
import { Checkbox, NativeSelect, Radio, Stack, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useFormContext } from './form-context';
import { labelOf } from './form-spec';
import { valueAt } from './form-values';
import { utcText } from './local-time';

interface Props {
  readonly path: string;
  /** What to enter, and the limits. */
  readonly hint?: ReactNode;
  readonly isRequired?: boolean;
}

interface FieldProps {
  readonly label: string;
  readonly description: ReactNode;
  readonly required: boolean;
}

function useField({ path, hint, isRequired = false }: Props): FieldProps & object {
  const { form, labels } = useFormContext();
  return {
    ...(form.getInputProps(path) as object),
    label: labelOf(labels, path),
    description: hint,
    required: isRequired,
  };
}

interface TextProps extends Props {
  readonly inputMode?: 'numeric' | 'email';
  /** True for a value that cannot be changed. */
  readonly isFixed?: boolean;
}

export function TextField({ inputMode, isFixed = false, ...props }: TextProps): ReactNode {
  return <TextInput {...useField(props)} inputMode={inputMode} readOnly={isFixed} autoComplete="off" />;
}

export function LongTextField({ rows, ...props }: Props & { readonly rows: number }): ReactNode {
  return <Textarea {...useField(props)} rows={rows} />;
}

/** A list with one entry per line, so that lists from elsewhere can be pasted. */
export function ListField({ hint, ...props }: Props): ReactNode {
  const description = <>One per line. {hint}</>;
  return <Textarea {...useField({ ...props, hint: description })} rows={3} spellCheck={false} />;
}

/** Labels by value. */
export type Options = Readonly<Record<string, string>>;

export function ChoiceField({ options, ...props }: Props & { readonly options: Options }): ReactNode {
  const { form } = useFormContext();
  const isChosen = valueAt(props.path.split('.'), form.values) !== '';
  const data = Object.entries(options).map(([value, label]) => ({ value, label }));
  return (
    <NativeSelect
      {...useField(props)}
      data={isChosen && props.isRequired === true ? data : [{ value: '', label: 'Choose…' }, ...data]}
    />
  );
}

export function RadioField({ options, ...props }: Props & { readonly options: Options }): ReactNode {
  return (
    <Radio.Group {...useField(props)}>
      <Stack gap="xs" mt="xs">
        {Object.entries(options).map(([value, label]) => (
          <Radio key={value} value={value} label={label} />
        ))}
      </Stack>
    </Radio.Group>
  );
}

export function CheckboxField({ path, hint }: Props): ReactNode {
  const { form, labels } = useFormContext();
  return (
    <Checkbox
      {...form.getInputProps(path, { type: 'checkbox' })}
      label={labelOf(labels, path)}
      description={hint}
    />
  );
}

/** A time in the zone of the user. */
export function TimeField({ hint, ...props }: Props): ReactNode {
  const { form } = useFormContext();
  const given = valueAt(props.path.split('.'), form.values);
  const utc = typeof given === 'string' ? utcText(given) : undefined;
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const description = (
    <>
      {hint} Your time zone is {zone}.{utc !== undefined && ` That is ${utc}.`}
    </>
  );
  return <TextInput {...useField({ ...props, hint: description })} type="datetime-local" />;
}
