import { hashText } from '../base/index.js';

/** 40 hexadecimal digits that stand for an id of any length, in formats whose ids are names or paths. */
export function hashedId(id: string): string {
  return hashText(JSON.stringify(id)).slice(0, 40);
}

/** The same as a UUID of version 5 after RFC 4122, made from the hash. */
export function hashedUuid(id: string): string {
  const digits = hashText(JSON.stringify(id));
  const variant = ((Number.parseInt(digits[16] ?? '0', 16) & 0x3) | 0x8).toString(16);
  const last = `${variant}${digits.slice(17, 20)}-${digits.slice(20, 32)}`;
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-5${digits.slice(13, 16)}-${last}`;
}
