import fc from 'fast-check';

// A change is judged by what it changes, so that the same cases run each time. `npm run torture`
// sets another seed.
fc.configureGlobal({ seed: Number(process.env['STORYMARK_CASES'] ?? 20_261_201) });
