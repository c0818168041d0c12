/** FNV-1a over the UTF-16 code units: signed 32 bits, quick, and no secret. The empty text has one too. */
export function hashUnits(text: string): number {
  let hash = 0x811c9dc5 | 0;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash;
}
