import type { Rule } from '../define-rule.js';
import { frontmatterInvalid } from './frontmatter-invalid.js';
import { readyCriteria } from './ready-criteria.js';
import { refUnknown } from './ref-unknown.js';
import { storyNoRole } from './story-no-role.js';
import { storyNoWant } from './story-no-want.js';
import { unusedDisable } from './unused-disable.js';

/** Every rule, in the order findings at one place are shown. */
export const rules: readonly Rule[] = [
  frontmatterInvalid,
  storyNoRole,
  storyNoWant,
  readyCriteria,
  refUnknown,
  unusedDisable,
];
