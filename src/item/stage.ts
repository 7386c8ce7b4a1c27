/** The stages a product idea goes through, in their order. */
export const stages = [
  'idea',
  'definition',
  'prototype',
  'design',
  'validation',
  'launch',
] as const;
export type Stage = (typeof stages)[number];

export function isStage(text: string): text is Stage {
  return (stages as readonly string[]).includes(text);
}
