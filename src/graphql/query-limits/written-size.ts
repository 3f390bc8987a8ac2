/** The size of a document as written, without expanding fragments. `visit` of graphql-js is not recursive, so it handles any depth. */
import { visit, type DocumentNode } from 'graphql';
import type { DocumentSize } from './limits';

export function writtenSize(document: DocumentNode): DocumentSize {
  const size = {
    definitions: document.definitions.length,
    variables: 0,
    directives: 0,
    depth: 0,
    valueDepth: 0,
    listLength: 0,
    objectLength: 0,
    stringLength: 0,
    nameLength: 0,
  };
  const raiseTo = (name: keyof typeof size, found: number): void => {
    size[name] = Math.max(size[name], found);
  };
  const countOne = (name: 'variables' | 'directives') => (): void => {
    size[name] += 1;
  };
  const nested = (name: 'depth' | 'valueDepth') => {
    let level = 0;
    const enter = (): void => {
      level += 1;
      raiseTo(name, level);
    };
    const leave = (): void => {
      level -= 1;
    };
    return { enter, leave };
  };
  const measureName = ({ value }: { readonly value: string }): void => {
    raiseTo('nameLength', value.length);
  };
  const values = nested('valueDepth');
  visit(document, {
    VariableDefinition: countOne('variables'),
    Directive: countOne('directives'),
    SelectionSet: nested('depth'),
    ListType: values,
    ObjectValue: {
      enter: ({ fields }) => {
        values.enter();
        raiseTo('objectLength', fields.length);
      },
      leave: values.leave,
    },
    ListValue: {
      enter: ({ values: elements }) => {
        values.enter();
        raiseTo('listLength', elements.length);
      },
      leave: values.leave,
    },
    StringValue: ({ value }) => {
      raiseTo('stringLength', value.length);
    },
    Name: measureName,
    EnumValue: measureName,
    IntValue: measureName,
    FloatValue: measureName,
  });
  return size;
}
