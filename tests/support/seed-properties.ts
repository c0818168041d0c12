import fc from 'fast-check';

// The same inputs on every run, so that a red test is the change's and not the day's. Another seed, or `random`, looks
// for what this one misses: CLAIMGRAPH_SEED=random npm test.
const given = process.env.CLAIMGRAPH_SEED;
if (given !== 'random') fc.configureGlobal({ seed: Number(given ?? 20_310_312) });
