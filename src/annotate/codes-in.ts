/** The codes of values in an inventory such as TAGS, in the order asked for: a value's code is its place. */
export function codesIn<Value extends string, const Asked extends readonly Value[]>(
  inventory: readonly Value[],
  ...values: Asked
): { readonly [Place in keyof Asked]: number } {
  return values.map((value) => inventory.indexOf(value)) as { readonly [Place in keyof Asked]: number };
}
