import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLOutputType,
  type GraphQLSchema,
  type GraphQLType,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isUnionType,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  type SelectionSetNode,
  stripIgnoredCharacters,
  typeFromAST,
  validate,
  visit,
} from 'graphql';

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

const SCALARS: Readonly<Record<string, string>> = { Int: 'number', Float: 'number', Boolean: 'boolean' };

/**
 * The TypeScript module of the operations that a client asks: a constant for each, with its text and the types of its
 * variables and of its answer.
 * @param source operations and fragments in GraphQL
 * @throws Error where the schema refuses one of them
 */
export function generateOperations(schema: GraphQLSchema, source: string): string {
  const document = parse(source);
  const mistakes = validate(schema, document);
  if (mistakes.length > 0) throw new Error(mistakes.map(String).join('\n\n'));
  const fragments = new Map<string, FragmentDefinitionNode>();
  const operations: OperationDefinitionNode[] = [];
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
    if (definition.kind === Kind.OPERATION_DEFINITION) operations.push(definition);
  }
  const inputs = new Map<string, string>();
  return [
    '// Made from the .graphql files of this folder and schema.graphql: see tests/web/operations.test.ts.',
    '',
    '/** An operation of the API, with the types of its answer and variables. */',
    'export interface Operation<Data, Variables> {',
    '  readonly name: string;',
    '  readonly text: string;',
    '  /** Never there: it carries the types. */',
    '  readonly types?: (variables: Variables) => Data;',
    '}',
    ...[...fragments.values()].map((fragment) => writeFragment(schema, fragment, fragments)),
    ...operations.map((operation) => writeOperation(schema, operation, fragments, inputs)),
    ...inputs.values(),
    '',
  ].join('\n');
}

function writeFragment(schema: GraphQLSchema, fragment: FragmentDefinitionNode, fragments: Fragments): string {
  const type = schema.getType(fragment.typeCondition.name.value) as GraphQLOutputType;
  return `\nexport type ${fragment.name.value} = ${selectionType(schema, type, fragment.selectionSet, fragments)};`;
}

function writeOperation(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: Fragments,
  inputs: Map<string, string>,
): string {
  const name = operation.name?.value;
  if (name === undefined) throw new Error('Expected every operation to have a name.');
  const root = schema.getRootType(operation.operation) as GraphQLOutputType;
  const variables = (operation.variableDefinitions ?? []).map((definition) => {
    const type = typeFromAST(schema, definition.type as never) as GraphQLType;
    const optional = isNonNullType(type) && definition.defaultValue === undefined ? '' : '?';
    return `  readonly ${definition.variable.name.value}${optional}: ${inputType(type, inputs)}${optional && ' | undefined'};\n`;
  });
  const text = [print(operation), ...usedFragments(operation, fragments).map(print)].join('\n');
  const constant = name.replace(/([a-z])([A-Z])/g, '$1_$2').toUpperCase();
  return [
    '',
    `export type ${name}Data = ${selectionType(schema, root, operation.selectionSet, fragments)};`,
    `export type ${name}Variables = ${variables.length === 0 ? 'Readonly<Record<never, never>>' : `{\n${variables.join('')}}`};`,
    `export const ${constant}: Operation<${name}Data, ${name}Variables> = {`,
    `  name: '${name}',`,
    `  text: ${JSON.stringify(stripIgnoredCharacters(text))},`,
    '};',
  ].join('\n');
}

function usedFragments(operation: OperationDefinitionNode, fragments: Fragments): readonly FragmentDefinitionNode[] {
  const used = new Map<string, FragmentDefinitionNode>();
  const take = (node: OperationDefinitionNode | FragmentDefinitionNode): void => {
    visit(node, {
      FragmentSpread: ({ name }) => {
        const fragment = fragments.get(name.value)!;
        if (used.has(name.value)) return;
        used.set(name.value, fragment);
        take(fragment);
      },
    });
  };
  take(operation);
  return [...used.values()];
}

/** The type of what is selected of a type; a fragment is an intersection, a union's members a union. */
function selectionType(
  schema: GraphQLSchema,
  type: GraphQLOutputType,
  selections: SelectionSetNode,
  fragments: Fragments,
): string {
  const named = getNamedType(type);
  if (isAbstractType(named)) {
    const members = selections.selections.flatMap((selection) => {
      if (selection.kind !== Kind.INLINE_FRAGMENT || selection.typeCondition === undefined) return [];
      const member = schema.getType(selection.typeCondition.name.value) as GraphQLOutputType;
      const inside = selectionType(schema, member, selection.selectionSet, fragments);
      return [`({ readonly __typename: '${getNamedType(member).name}' } & ${inside})`];
    });
    const rest =
      isUnionType(named) && named.getTypes().length === members.length ? [] : ["{ readonly __typename: '' }"];
    return [...members, ...rest].join(' | ');
  }
  const parts: string[] = [];
  const fields: string[] = [];
  for (const selection of selections.selections) {
    if (selection.kind === Kind.FRAGMENT_SPREAD) parts.push(selection.name.value);
    if (selection.kind === Kind.FIELD && selection.name.value !== '__typename')
      fields.push(fieldType(schema, named as never, selection, fragments));
  }
  if (fields.length > 0 || parts.length === 0) parts.push(`{ ${fields.join(' ')} }`);
  return parts.join(' & ');
}

function fieldType(
  schema: GraphQLSchema,
  parent: { getFields(): Record<string, { type: GraphQLOutputType }> },
  field: FieldNode,
  fragments: Fragments,
): string {
  const { type } = parent.getFields()[field.name.value]!;
  const named = getNamedType(type);
  const inside =
    field.selectionSet === undefined
      ? leafType(named)
      : selectionType(schema, named as GraphQLOutputType, field.selectionSet, fragments);
  return `readonly ${(field.alias ?? field.name).value}: ${wrap(type, inside)};`;
}

function leafType(type: GraphQLType): string {
  if (isEnumType(type))
    return type
      .getValues()
      .map(({ name }) => `'${name}'`)
      .join(' | ');
  return SCALARS[getNamedType(type).name] ?? 'string';
}

function wrap(type: GraphQLType, inside: string): string {
  if (isNonNullType(type)) return wrapPresent(type.ofType as GraphQLType, inside);
  return `${wrapPresent(type, inside)} | null`;
}

function wrapPresent(type: GraphQLType, inside: string): string {
  return isListType(type) ? `readonly (${wrap(type.ofType, inside)})[]` : `(${inside})`;
}

function inputType(type: GraphQLType, inputs: Map<string, string>): string {
  if (isNonNullType(type)) return inputType(type.ofType as GraphQLType, inputs);
  if (isListType(type)) return `readonly (${inputType(type.ofType, inputs)})[]`;
  if (!isInputObjectType(type)) return leafType(type);
  if (!inputs.has(type.name)) {
    inputs.set(type.name, '');
    const fields = Object.values(type.getFields()).map(
      (field) => `  readonly ${field.name}${isNonNullType(field.type) ? '' : '?'}: ${inputType(field.type, inputs)};\n`,
    );
    inputs.set(type.name, `\nexport interface ${type.name} {\n${fields.join('')}}`);
  }
  return type.name;
}
