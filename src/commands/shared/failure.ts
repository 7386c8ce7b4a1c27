/** What commands end with when they cannot do what they were called for. */
export { failUsage, ProblemError as CommandFailure, unwrap } from '../../text/problem.js';
