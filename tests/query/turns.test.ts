import { describe, expect, it } from 'vitest';
import {
  listClaims,
  listDocuments,
  listEntities,
  listRelationships,
  loadClaims,
  neighborhood,
  paths,
  relationTypes,
  type Stoppable,
  search,
  selectClaims,
  statistics,
} from '../../src/query/index.js';
import { startTurns } from '../../src/query/turns.js';
import { buildKnowledge } from '../support/build-knowledge.js';

const KNOWLEDGE = buildKnowledge([{ id: 'a', claims: [{ subject: 'Ann Lee', relation: 'ATTACK', object: 'Bo Ray' }] }]);

describe('every query', () => {
  it.each<[string, (options: Stoppable) => Promise<unknown>]>([
    ['listClaims', async (options) => listClaims(await KNOWLEDGE, options)],
    ['listDocuments', async (options) => listDocuments(await KNOWLEDGE, options)],
    ['listEntities', async (options) => listEntities(await KNOWLEDGE, options)],
    ['listRelationships', async (options) => listRelationships(await KNOWLEDGE, options)],
    ['loadClaims', async (options) => loadClaims(await KNOWLEDGE, [], options)],
    ['neighborhood', async (options) => neighborhood(await KNOWLEDGE, { seeds: ['Ann Lee'], ...options })],
    ['paths', async (options) => paths(await KNOWLEDGE, { from: 'Ann Lee', to: 'Bo Ray', ...options })],
    ['relationTypes', async (options) => relationTypes(await KNOWLEDGE, options)],
    ['search', async (options) => search(await KNOWLEDGE, { text: 'Ann', ...options })],
    ['statistics', async (options) => statistics(await KNOWLEDGE, options)],
    ['selectClaims', async (options) => selectClaims(await KNOWLEDGE, options).next()],
  ])('stops where its signal has fired: %s', async (_, query) => {
    await expect(query({ signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'INTERRUPTED' });
    await expect(query({ signal: new AbortController().signal })).resolves.toBeDefined();
  });
});

describe('turns', () => {
  it('are due once a signal fires, and end the loop', async () => {
    const controller = new AbortController();
    const turns = startTurns(controller.signal);
    await turns.rest();
    controller.abort();
    expect(turns.due()).toBe(true);
    await expect(turns.rest()).rejects.toMatchObject({ code: 'INTERRUPTED' });
  });

  it('let others run before the loop goes on', async () => {
    const order: string[] = [];
    setImmediate(() => order.push('other'));
    await startTurns(null).rest();
    order.push('loop');
    expect(order).toEqual(['other', 'loop']);
  });
});
