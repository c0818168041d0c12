/**
 * The version of what makes a graph of a record. Raise it with every change of `resolve/` or `graph/` after which a graph
 * of the same record tells anything else: graphs that stores keep are then made anew.
 */
export const DERIVATION = '1';
