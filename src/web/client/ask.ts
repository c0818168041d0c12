import type { Operation } from '../operations/generated.js';
import { createCell } from './cell.js';

/** Something that the API refused, or that kept it from answering; the message is for people. */
export class AskError extends Error {
  /** Of the API, such as NOT_FOUND; UNREACHABLE where no answer came. */
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'AskError';
    this.code = code;
  }
}

/** True while the service wants a key that the page does not have. */
export const KEY_WANTED = createCell(false);

/** Counts the changes that this page made: what was asked before one is asked again. */
export const CHANGES = createCell(0);

const KEY_PLACE = 'claimgraph.key';

/** Keeps a key for this tab, until it is closed. */
export function keepKey(key: string): void {
  sessionStorage.setItem(KEY_PLACE, key);
  KEY_WANTED.set(false);
  CHANGES.set(CHANGES.get() + 1);
}

/** True where a key is kept, which the service may not have taken. */
export function hasKey(): boolean {
  return sessionStorage.getItem(KEY_PLACE) !== null;
}

/** The headers that carry the key; none where there is none. */
export function keyHeaders(): Readonly<Record<string, string>> {
  const key = sessionStorage.getItem(KEY_PLACE);
  return key === null ? {} : { authorization: `Bearer ${key}` };
}

/**
 * Asks one operation. @throws AskError
 */
export async function ask<Data, Variables>(
  operation: Operation<Data, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Data> {
  return (await askText({ query: operation.text, operationName: operation.name, variables }, signal)) as Data;
}

/** The same for a change, after which all views ask anew. */
export async function change<Data, Variables>(
  operation: Operation<Data, Variables>,
  variables: Variables,
): Promise<Data> {
  const data = await ask(operation, variables);
  CHANGES.set(CHANGES.get() + 1);
  return data;
}

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

async function askText(body: unknown, signal?: AbortSignal): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch('graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json', ...keyHeaders() },
      body: JSON.stringify(body),
      signal: signal ?? null,
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new AskError('UNREACHABLE', 'The service does not answer. Is it still running?');
  }
  const answer = (await response.json().catch(() => ({}))) as Answer;
  const first = answer.errors?.[0];
  const code = first?.extensions?.code ?? (response.ok ? 'NONE' : `HTTP_${response.status}`);
  if (response.status === 401 || code === 'UNAUTHENTICATED') KEY_WANTED.set(true);
  if (first !== undefined || !response.ok) {
    throw new AskError(code, first?.message ?? `The service answered with status ${response.status}.`);
  }
  return answer.data;
}
