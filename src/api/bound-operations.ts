import type { ApolloServerPlugin } from '@apollo/server';
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import type { RequestContext } from './request-context.js';

/** How much one operation may ask for. */
export interface OperationBounds {
  /** Fields below one another; the introspection query of common tools has 15. */
  readonly depth: number;
  /** Fields under another name than their own, fragments followed. */
  readonly aliases: number;
  /** Fields, each multiplied by the page sizes of the lists that it lies in. */
  readonly cost: number;
}

/** What an operation asks for, in the same measures. */
type OperationSize = OperationBounds;

/** The size of a page where the operation does not say. */
const DEFAULT_PAGE = 25;
const NOTHING: OperationSize = { depth: 0, aliases: 0, cost: 0 };

/**
 * Refuses an operation that asks for too much before any of it runs, with DEPTH_EXCEEDED or COST_EXCEEDED.
 * The sizes of fragments are measured once each, so that the measure itself is linear in the operation.
 */
export function boundOperations(bounds: OperationBounds): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ schema, document, operation, request, contextValue }) {
          if (operation === undefined) return;
          const size = measureOperation(operation, { schema, document, variables: request.variables ?? {} });
          contextValue.cost.spent = size.cost;
          refuseOversize(size, bounds);
        },
      };
    },
  };
}

/** Throws where an operation asks for too much. @throws GraphQLError DEPTH_EXCEEDED, COST_EXCEEDED. */
export function refuseOversize(size: OperationBounds, bounds: OperationBounds): void {
  refuse('depth', 'DEPTH_EXCEEDED', size.depth, bounds.depth);
  refuse('number of aliases', 'COST_EXCEEDED', size.aliases, bounds.aliases);
  refuse('cost', 'COST_EXCEEDED', size.cost, bounds.cost);
}

/** Measures one operation; page sizes come from arguments, from variables, else from the schema's defaults. */
export function measureOperation(
  operation: OperationDefinitionNode,
  context: {
    readonly schema: GraphQLSchema;
    readonly document: DocumentNode;
    readonly variables: Readonly<Record<string, unknown>>;
  },
): OperationSize {
  const { schema, document, variables } = context;
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const defaults = new Map<string, ValueNode>();
  for (const { variable, defaultValue } of operation.variableDefinitions ?? []) {
    if (defaultValue !== undefined) defaults.set(variable.name.value, defaultValue);
  }
  const measured = new Map<string, OperationSize>();
  return measureSelections(operation.selectionSet, schema.getRootType(operation.operation) ?? null);

  function measureSelections(selections: SelectionSetNode, parent: GraphQLNamedType | null): OperationSize {
    let size = NOTHING;
    for (const selection of selections.selections) {
      size = beside(size, measureSelection(selection, parent));
    }
    return size;
  }

  function measureSelection(selection: SelectionNode, parent: GraphQLNamedType | null): OperationSize {
    if (selection.kind === Kind.FIELD) return measureField(selection, parent);
    if (selection.kind === Kind.FRAGMENT_SPREAD) return measureFragment(selection.name.value);
    const condition = selection.typeCondition?.name.value;
    return measureSelections(selection.selectionSet, condition === undefined ? parent : typeNamed(condition));
  }

  function measureField(field: FieldNode, parent: GraphQLNamedType | null): OperationSize {
    const definition =
      isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[field.name.value] : undefined;
    const type = definition === undefined ? null : getNamedType(definition.type);
    const inside = field.selectionSet === undefined ? NOTHING : measureSelections(field.selectionSet, type);
    return {
      depth: inside.depth + 1,
      aliases: inside.aliases + (field.alias === undefined ? 0 : 1),
      cost: 1 + inside.cost * (definition === undefined ? 1 : pageSize(field, definition)),
    };
  }

  /** Validation has refused cycles of fragments before this runs. */
  function measureFragment(name: string): OperationSize {
    const known = measured.get(name);
    if (known !== undefined) return known;
    const fragment = fragments.get(name);
    const condition = fragment?.typeCondition.name.value;
    const size =
      fragment === undefined || condition === undefined
        ? NOTHING
        : measureSelections(fragment.selectionSet, typeNamed(condition));
    measured.set(name, size);
    return size;
  }

  function typeNamed(name: string): GraphQLNamedType | null {
    return schema.getType(name) ?? null;
  }

  /** How many things the field gives at most, as far as its arguments tell; 1 where they tell nothing. */
  function pageSize(field: FieldNode, definition: GraphQLField<unknown, unknown>): number {
    const sizes: number[] = [];
    for (const argument of definition.args) {
      if (!SIZE_ARGUMENTS.has(argument.name)) continue;
      const given = field.arguments?.find(({ name }) => name.value === argument.name)?.value;
      const size = given === undefined ? sizeOf(argument.defaultValue) : sizeOfNode(given);
      if (size !== null) sizes.push(size);
    }
    if (sizes.length > 0) return Math.max(1, ...sizes);
    return getNamedType(definition.type).name.endsWith('Connection') ? DEFAULT_PAGE : 1;
  }

  function sizeOfNode(node: ValueNode | undefined): number | null {
    if (node === undefined) return null;
    if (node.kind === Kind.INT) return Number(node.value);
    if (node.kind === Kind.LIST) return node.values.length;
    if (node.kind !== Kind.VARIABLE) return null;
    return sizeOf(variables[node.name.value]) ?? sizeOfNode(defaults.get(node.name.value));
  }
}

const SIZE_ARGUMENTS: ReadonlySet<string> = new Set(['first', 'last', 'limit', 'k', 'ids']);

function beside(a: OperationSize, b: OperationSize): OperationSize {
  return { depth: Math.max(a.depth, b.depth), aliases: a.aliases + b.aliases, cost: a.cost + b.cost };
}

function sizeOf(value: unknown): number | null {
  if (Array.isArray(value)) return value.length;
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

function refuse(measure: string, code: string, is: number, bound: number): void {
  if (is <= bound) return;
  throw new GraphQLError(
    `Expected an operation with a ${measure} of at most ${bound}, but got ${is}. Ask for less, or in several operations.`,
    { extensions: { code, http: { status: 400 } } },
  );
}
