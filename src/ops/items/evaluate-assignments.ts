import type { Backlog } from '../../backlog/backlog.js';
import type { FieldEdit } from '../../item/edit/edit.js';
import type { Fields, Value } from '../../item/value.js';
import { type Result, success } from '../../text/problem.js';
import { evaluateAssignment, parseAssignments, type Target } from './assignment.js';

export interface EvaluatedFields {
  /** One edit for each field that was assigned. */
  readonly edits: readonly FieldEdit[];
  /** The target's fields as they are then. */
  readonly fields: Fields;
}

/** What `key=value` words make of a document, in turn: `labels+=a labels+=b` adds both. */
export function evaluateAssignments(
  backlog: Backlog,
  target: Target,
  words: readonly string[],
): Result<EvaluatedFields> {
  const assignments = parseAssignments(words);
  if (!assignments.ok) return assignments;
  const edits = new Map<string, FieldEdit>();
  let { type, fields } = target;
  for (const assignment of assignments.value) {
    const value = evaluateAssignment(backlog, { id: target.id, type, fields }, assignment);
    if (!value.ok) return value;
    const { path } = assignment;
    edits.set(path.join('.'), { path, value: value.value });
    fields = withValue(fields, path, value.value);
    if (path[0] === 'type') type = String(value.value);
  }
  return success({ edits: [...edits.values()], fields });
}

function withValue(fields: Fields, path: readonly string[], value: Value | undefined): Fields {
  const [key = '', ...rest] = path;
  if (rest.length > 0) {
    const inner = fields[key];
    const map = typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? inner : {};
    return { ...fields, [key]: withValue(map as Fields, rest, value) };
  }
  const { [key]: _, ...others } = fields;
  return value === undefined ? others : { ...others, [key]: value };
}
