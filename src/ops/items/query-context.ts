import type { Backlog } from '../../backlog/backlog.js';
import type { QueryContext } from '../../backlog/query-keys.js';
import { resolveRole } from '../../check/personas.js';
import { personaOf } from './persona-of.js';
import { scoreOf } from './score-of.js';

/** What queries about scores and personas ask: it takes the models and the story grammar. */
export function queryContext(backlog: Backlog): QueryContext {
  return {
    scoreOf: (item) => scoreOf(backlog, item),
    resolvePersona: (role) => resolveRole(backlog, role).persona,
    personaInText: (item) => personaOf(backlog, item),
  };
}
