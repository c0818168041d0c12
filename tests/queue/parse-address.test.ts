import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ClaimgraphError } from '../../src/base/index.js';
import { parseQueueAddress } from '../../src/queue/parse-address.js';

describe('the address of a queue', () => {
  it('names servers, login, queue and settings', () => {
    expect(parseQueueAddress('nats://localhost')).toEqual({
      servers: ['localhost:4222'],
      secure: false,
      user: null,
      password: null,
      name: 'claimgraph',
      replicas: null,
      patience: null,
      shown: 'nats://localhost:4222/claimgraph',
    });
    expect(parseQueueAddress('tls://ann:p%40ss:x@one,two:5000,[::1]:6000/news?replicas=3&patience=5')).toMatchObject({
      servers: ['one:4222', 'two:5000', '[::1]:6000'],
      secure: true,
      user: 'ann',
      password: 'p@ss:x',
      name: 'news',
      replicas: 3,
      patience: 5000,
      shown: 'tls://one:4222,two:5000,[::1]:6000/news',
    });
  });

  it.each([
    '',
    'nats://',
    'http://localhost',
    'nats://a b',
    'nats://host/two.words',
    'nats://host/a/b',
    'nats://host?replicas=0',
    'nats://host?replicas=many',
    'nats://host?other=1',
    'nats://%zz@host',
  ])('is refused where it is wrong: %j', (url) => {
    expect(() => parseQueueAddress(url)).toThrow(expect.objectContaining({ code: 'QUEUE_URL_INVALID' }));
  });

  it('is read or refused whatever it is, and a refusal tells no password', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((rest) => `nats://ann:secret@${rest}`),
        ),
        (url) => {
          try {
            expect(parseQueueAddress(url).shown).not.toContain('secret');
          } catch (error) {
            expect(error).toBeInstanceOf(ClaimgraphError);
            expect((error as ClaimgraphError).message).not.toContain('ann:secret');
          }
        },
      ),
    );
  });
});
