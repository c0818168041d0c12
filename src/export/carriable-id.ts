import { hashText } from '../base/index.js';
import { replaceControls } from './text-forms.js';

const HASH_PREFIX = 'urn:sha256:';

/**
 * An id for formats that forbid some characters: the id itself, or its hash where it has such a character.
 * Different ids stay different, which replacing the characters would not ensure.
 */
export function carriableId(id: string): string {
  if (replaceControls(id) === id && !id.startsWith(HASH_PREFIX)) return id;
  return HASH_PREFIX + hashText(JSON.stringify(id));
}
