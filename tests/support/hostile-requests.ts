import { request } from 'node:http';

/** One thing that nobody means well by. */
export interface HostileRequest {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** Sends the head and this much of the body, and no more, for a moment. */
  readonly stopAfter?: number;
}

/** Words that mean something to JavaScript, SQL, FTS5, regular expressions, shells, templates, logs or terminals. */
export const HOSTILE_WORDS: readonly string[] = [
  '__proto__',
  'constructor',
  "'; DROP TABLE documents; --",
  '" OR 1=1 --',
  'NEAR("a" "b", 5) OR *',
  '"unbalanced',
  'a* AND NOT b:c ^d',
  '(((((((((((((((((((',
  '(a+)+$'.repeat(20),
  '{{7*7}} #{7*7}',
  '../../../../etc/passwd',
  '\u0000\u0001\u001b[31m',
  '\ud800',
  '\u202e\u2066',
  'a'.repeat(100_000),
  '\u0301'.repeat(5000),
  '%00%0d%0aX-Header: 1',
  '<script>alert(1)</script>',
  '',
  ' ',
];

const JSON_TYPE = { 'content-type': 'application/json' };

/** As many hostile requests as asked for, the same ones for the same random numbers; each is made when it is asked for. */
export function* hostileRequests(count: number, random: () => number): Generator<HostileRequest> {
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const levels = (most: number): number => 1 + Math.floor(random() * most);
  const post = (name: string, body: unknown, headers: Readonly<Record<string, string>> = {}): HostileRequest => ({
    name,
    method: 'POST',
    path: '/graphql',
    headers: { ...JSON_TYPE, ...headers },
    body: Buffer.isBuffer(body) ? body : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
  });
  const kinds: readonly (() => HostileRequest)[] = [
    () => post('depth', { query: nest('documents { edges { node { claims { edges { node { document ', levels(40)) }),
    () => post('braces', { query: '{'.repeat(levels(50_000)) }),
    () => post('lists', { query: `{ nodes(ids: ${'['.repeat(levels(2000))}`, variables: {} }),
    () => post('aliases', { query: `{ ${many(levels(2000), (index) => `a${index}: statistics { claims }`)} }` }),
    () => post('same fields', { query: `{ ${many(levels(1900), () => 'relationTypes { id }')} }` }),
    () => post('directives', { query: `{ __typename ${'@skip(if: true) '.repeat(levels(600))} }` }),
    () => post('fragments in circles', { query: '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }' }),
    () =>
      post('wide fragments', {
        query: `{ ...F0 } ${many(60, (index) => `fragment F${index} on Query { ...F${(index + 1) % 60} ...F${(index + 2) % 60} }`)}`,
      }),
    () =>
      post('huge pages', {
        query:
          '{ claims(first: 200) { edges { node { document { claims(first: 200) { edges { node { document { text } } } } } } } } }',
      }),
    () =>
      post('numbers', {
        query: `{ claims(first: ${pick(['-1', '1e9', '99999999999999999999', '0.5', 'NaN'])}) { totalCount } }`,
      }),
    () =>
      post('ids', {
        query: 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }',
        variables: { ids: Array(levels(20_000)).fill(pick(HOSTILE_WORDS).slice(0, 200)) },
      }),
    () => post('words', { query: pick(WORD_QUERIES), variables: { word: pick(HOSTILE_WORDS) } }),
    () => post('filters', `{"query":${JSON.stringify(FILTERED)},"variables":{"where":${deepFilter(levels(3000))}}}`),
    () => ({
      ...post('filters in paths', ''),
      method: 'GET',
      path: `/graphql?query=${encodeURIComponent(FILTERED)}&variables=${encodeURIComponent(`{"where":${deepFilter(levels(600))}}`)}`,
    }),
    () => post('literal filters', { query: literalFilter(levels(480)) }),
    () =>
      post('wide filters', {
        query: FILTERED,
        variables: { where: { OR: Array(levels(20_000)).fill({ relation: { eq: 'KILL' } }) } },
      }),
    () =>
      post(
        'prototypes',
        `{"query":"{ __typename }","variables":{"__proto__":{"polluted":1}},"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}`,
      ),
    () =>
      post(
        'prototypes in filters',
        `{"query":"query ($where: ClaimFilter) { claims(where: $where) { totalCount } }","variables":{"where":{"__proto__":{"eq":"a"},"relation":{"__proto__":1}}}}`,
      ),
    () => post('operation', { query: '{ __typename }', operationName: pick(HOSTILE_WORDS) }),
    () => post('subscription', { query: 'subscription { documentAdded { key } }' }),
    () => post('batch', Array(levels(500)).fill({ query: '{ __typename }' })),
    () => post('no JSON', pick(['', '{', 'null', '[]', '0', '"a"', '{"query":}', '\u0000'])),
    () =>
      post('odd parts', {
        query: pick([1, null, {}, [], true]),
        variables: pick([1, 'a', []]),
        extensions: pick([1, [], { persistedQuery: 1 }]),
      }),
    () =>
      post(
        'invalid UTF-8',
        Buffer.concat([
          Buffer.from('{"query":"{ search(text: \\"'),
          Buffer.from([0xff, 0xfe, 0xc0, 0x80]),
          Buffer.from('\\") { totalCount } }"}'),
        ]),
      ),
    () => post('deep JSON', `{"query":"{ __typename }","variables":${'{"a":'.repeat(levels(20_000))}`),
    () => post('large body', Buffer.alloc(17 * 1024 * 1024, 0x20)),
    () => ({
      ...post('body of 100 MB', Buffer.alloc(64 * 1024, 0x20), { 'content-length': '104857600' }),
      stopAfter: 64 * 1024,
    }),
    () => ({ ...post('slow body', '{"query":"{ __typename }"}', { 'content-length': '26' }), stopAfter: 5 }),
    () =>
      post('types', '{"query":"{ __typename }"}', {
        'content-type': pick(['text/plain', 'multipart/form-data', 'x/y', 'application/json; charset=utf-99']),
      }),
    () => post('encodings', Buffer.from('not gzip'), { 'content-encoding': pick(['gzip', 'br', 'deflate', 'x']) }),
    () => ({ ...post('methods', ''), method: pick(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE']) }),
    () => ({ ...post('long path', ''), method: 'GET', path: `/graphql?query=${'a'.repeat(levels(15_000))}` }),
    () => ({
      ...post('export', ''),
      method: 'GET',
      path: `/export/${encodeURIComponent(pick(['gexf', '../x', '__proto__', '%00']))}?where=${encodeURIComponent(pick(['{', '[]', '{"a":1}', '{"__proto__":{}}', '1']))}`,
    }),
    () => ({
      ...post('paths', ''),
      method: 'GET',
      path: pick(['/..%2f..%2fpackage.json', '/%c0%ae', '/%', '//', '/.git/config', '/assets/../../package.json']),
    }),
    () => ({
      ...post(
        'files',
        Buffer.from(
          pick([
            '%PDF-1.7\n%%EOF',
            'PK\u0003\u0004',
            '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
            '{"text":'.repeat(5000),
          ]),
        ),
        { 'content-type': 'application/octet-stream' },
      ),
      path: `/upload?name=${pick(['a.pdf', 'a.docx', 'a.xml', 'a.jsonl', '__proto__'])}`,
    }),
  ];
  for (let index = 0; index < count; index++) yield (kinds[index % kinds.length] as () => HostileRequest)();
}

const FILTERED = 'query ($where: ClaimFilter) { claims(where: $where) { totalCount } }';

/** One for every field of Query that takes words. */
const WORD_QUERIES: readonly string[] = [
  'query ($word: String!) { search(text: $word) { totalCount edges { node { snippet } } } }',
  'query ($word: ID!) { node(id: $word) { id } }',
  'query ($word: ID!) { document(id: $word) { id } }',
  'query ($word: ID!) { entity(id: $word) { id } }',
  'query ($word: ID!) { incident(id: $word) { id } }',
  'query ($word: String!) { entityByName(name: $word) { id } }',
  'query ($word: ID!) { paths(from: $word, to: $word) { explanation } }',
  'query ($word: ID!) { neighborhood(seeds: [$word]) { truncated } }',
  'query ($word: ID) { compareAccounts(place: $word) { accounts { source } } }',
  'query ($word: String) { claims(after: $word) { totalCount } }',
  'query ($word: String) { claims(where: { predicate: { contains: $word } }) { totalCount } }',
  'query ($word: String) { claims(where: { subject: { eq: $word } }) { totalCount } }',
  'query ($word: String) { claims(where: { document: { eq: $word } }) { totalCount } }',
  'query ($word: String!) { extract(text: $word) { extractions { key } userErrors { code } } }',
  'query ($word: String) { extract(text: "a", mediaType: $word) { userErrors { code } } }',
  'query ($word: DateOrTime) { extract(text: "a", publishedAt: $word) { userErrors { code } } }',
  'mutation ($word: ID!) { deleteDocument(id: $word) { userErrors { code } } }',
  'mutation ($word: ID!) { retractClaim(id: $word, reason: "r") { userErrors { code } } }',
  'mutation ($word: ID!) { mergeEntities(entities: [$word, $word], reason: "r") { userErrors { code } } }',
];

/** Sends it. The status; null where the connection was cut, or nothing was to be waited for. */
export function sendHostile(
  url: string,
  { method, path, headers, body, stopAfter }: HostileRequest,
): Promise<number | null> {
  return new Promise((resolve) => {
    const length = headers['content-length'] ?? String(body.length);
    const sent = request(`${url}${path}`, { method, headers: { ...headers, 'content-length': length } }, (response) => {
      response.resume();
      response.once('close', () => resolve(response.statusCode ?? null));
    });
    sent.once('error', () => resolve(null));
    if (stopAfter === undefined) {
      sent.end(body);
      return;
    }
    sent.write(body.subarray(0, stopAfter));
    setTimeout(() => sent.destroy(), 200);
  });
}

function nest(selection: string, levels: number): string {
  const closing = '}'.repeat((selection.match(/\{/g) ?? []).length);
  return `{ ${`${selection} { `.repeat(levels)}__typename${` } ${closing}`.repeat(levels)} }`;
}

function many(count: number, write: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => write(index)).join(' ');
}

function deepFilter(levels: number): string {
  return `${'{"NOT":{"AND":['.repeat(levels)}{}${']}}'.repeat(levels)}`;
}

function literalFilter(levels: number): string {
  return `{ claims(where: ${'{ NOT: '.repeat(levels)}{}${' }'.repeat(levels)}) { totalCount } }`;
}
