import { build, version } from '../../text/version.js';

/** What another build wrote is not read; numbers are stored as this machine stores them. */
export const cacheVersion = `${version} ${build} ${process.arch}`;
