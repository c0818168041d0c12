/** A deep copy of plain data that nobody can change: strings are shared, every object and array is new and frozen. */
export function freezeCopy<Value>(value: Value): Value {
  return copy(value) as Value;
}

function copy(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return Object.freeze(value.map(copy));
  // fromEntries defines its keys, so that one named __proto__ stays a key.
  return Object.freeze(Object.fromEntries(Object.entries(value).map(([key, part]) => [key, copy(part)])));
}
