/**
 * The phrases of a gazetteer by hashes of their words, in one table of open addressing: no string is kept or built. Two
 * phrases of some fifty thousand share a hash once in a hundred tables, and what is in a gazetteer is a hint only.
 */
export interface PhraseTable {
  /**
   * What is known of a phrase by its hash: bit `n` where it is of kind `n`, and LONGER where longer phrases begin with it;
   * 0 where there is none.
   */
  find(hash: number): number;
}

/** Set where a longer phrase begins with this one. Kinds have the bits below it. */
export const LONGER = 1 << 16;

/** A table while it is filled. */
export interface PhraseTableBuilder extends PhraseTable {
  /** Adds the phrase that stands in `text`, its words divided by single blanks. */
  add(text: string, kinds: number): void;
  /** Adds every line of a text as a phrase, but for empty ones and those that begin with #. */
  addLines(text: string, kinds: number): void;
}

const SEED = 0x811c9dc5;
const PRIME = 0x01000193;

/** Hash of one word of a phrase, as it stands: lower case, no marks on letters. Signed 32 bits. */
export function hashWord(word: string): number {
  let hash = SEED;
  for (let index = 0; index < word.length; index++) hash = Math.imul(hash ^ word.charCodeAt(index), PRIME);
  return joinHashes(0, hash);
}

/** Hash of a phrase and one word more; `hashWord` gives that of the first. */
export function joinHashes(phrase: number, word: number): number {
  let hash = Math.imul(phrase ^ (word >>> 15), 0x85ebca6b) ^ word;
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/** A table without a phrase, with room for so many phrases and beginnings of phrases; it grows where they are more. */
export function createPhraseTable(room: number): PhraseTableBuilder {
  let capacity = 1 << Math.max(4, 33 - Math.clz32(room));
  let keys = new Int32Array(capacity);
  let values = new Int32Array(capacity);
  let size = 0;

  const slotOf = (hash: number): number => {
    let slot = hash & (capacity - 1);
    while (values[slot] !== 0 && keys[slot] !== hash) slot = (slot + 1) & (capacity - 1);
    return slot;
  };
  const put = (hash: number, bits: number) => {
    const slot = slotOf(hash);
    if (values[slot] === 0) size++;
    keys[slot] = hash;
    values[slot] = (values[slot] as number) | bits;
    if (size * 2 > capacity) grow();
  };
  const grow = () => {
    const [oldKeys, oldValues] = [keys, values];
    capacity *= 2;
    keys = new Int32Array(capacity);
    values = new Int32Array(capacity);
    for (let index = 0; index < oldKeys.length; index++) {
      if (oldValues[index] === 0) continue;
      const slot = slotOf(oldKeys[index] as number);
      keys[slot] = oldKeys[index] as number;
      values[slot] = oldValues[index] as number;
    }
  };
  /** Adds the phrase in `text[start, end)`. */
  const addRange = (text: string, [start, end]: readonly [number, number], kinds: number) => {
    let phrase = 0;
    let word = SEED;
    let words = 0;
    for (let index = start; index <= end; index++) {
      const unit = index === end ? 0x20 : text.charCodeAt(index);
      if (unit !== 0x20) {
        word = Math.imul(word ^ unit, PRIME);
        continue;
      }
      if (words > 0) put(phrase, LONGER);
      const own = joinHashes(0, word);
      phrase = words === 0 ? own : joinHashes(phrase, own);
      word = SEED;
      words++;
    }
    put(phrase, kinds);
  };

  return {
    find: (hash) => values[slotOf(hash)] as number,
    add: (text, kinds) => addRange(text, [0, text.length], kinds),
    addLines(text, kinds) {
      for (let start = 0; start < text.length; ) {
        let end = text.indexOf('\n', start);
        if (end === -1) end = text.length;
        if (end > start && text.charCodeAt(start) !== 0x23) addRange(text, [start, end], kinds);
        start = end + 1;
      }
    },
  };
}
