/** The chunks in UTF-8 without so many bytes at their beginning, which may end within a character; none of them empty. */
export async function* skipBytes(chunks: AsyncIterable<string>, count: number): AsyncIterable<Buffer> {
  let left = count;
  for await (const chunk of chunks) {
    const bytes = Buffer.from(chunk, 'utf8');
    if (bytes.length > left) yield bytes.subarray(left);
    left = Math.max(0, left - bytes.length);
  }
}
