/** How large a document is as it is written. The walk is graphql-js's own, which does not recurse: no document is too deep for it. */
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
    stringLength: 0,
    nameLength: 0,
  };
  const most = (name: keyof typeof size, found: number): void => {
    size[name] = Math.max(size[name], found);
  };
  const one = (name: 'variables' | 'directives') => (): void => {
    size[name] += 1;
  };
  const nested = (name: 'depth' | 'valueDepth') => {
    let level = 0;
    const enter = (): void => {
      level += 1;
      most(name, level);
    };
    const leave = (): void => {
      level -= 1;
    };
    return { enter, leave };
  };
  const word = ({ value }: { readonly value: string }): void => {
    most('nameLength', value.length);
  };
  const values = nested('valueDepth');
  visit(document, {
    VariableDefinition: one('variables'),
    Directive: one('directives'),
    SelectionSet: nested('depth'),
    ListType: values,
    ObjectValue: values,
    ListValue: {
      enter: ({ values: elements }) => {
        values.enter();
        most('listLength', elements.length);
      },
      leave: values.leave,
    },
    StringValue: ({ value }) => {
      most('stringLength', value.length);
    },
    Name: word,
    EnumValue: word,
    IntValue: word,
    FloatValue: word,
  });
  return size;
}
