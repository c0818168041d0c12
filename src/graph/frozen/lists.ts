/** The values of item n of a column of lists, each as `read` makes it. */
export function readList<Value>(starts: Uint32Array, item: number, read: (place: number) => Value): readonly Value[] {
  const first = starts[item]!;
  const length = starts[item + 1]! - first;
  const values = new Array<Value>(length);
  for (let index = 0; index < length; index++) values[index] = read(first + index);
  return values;
}
