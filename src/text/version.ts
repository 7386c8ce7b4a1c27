declare const STORYMARK_VERSION: string | undefined;

/** package.json's version, put in by the build; the sources alone do not know it. */
export const version = typeof STORYMARK_VERSION === 'string' ? STORYMARK_VERSION : '0.0.0-source';
