declare const STORYMARK_VERSION: string | undefined;
declare const STORYMARK_BUILD: string | undefined;

/** package.json's version, put in by the build; the sources alone do not know it. */
export const version = typeof STORYMARK_VERSION === 'string' ? STORYMARK_VERSION : '0.0.0-source';

/** Differs between builds of different sources: what one has computed another may not use. */
export const build = typeof STORYMARK_BUILD === 'string' ? STORYMARK_BUILD : 'source';
