import { expect } from 'vitest';
import type { StoryReading } from '../../src/story/story.js';

/** Holds the spans of a reading to the text they are in. */
export function checkSpans(text: string, reading: StoryReading): void {
  const { spans } = reading;
  for (const name of ['role', 'want', 'benefit'] as const) {
    const span = spans[name];
    expect(reading[name]).toBe(span === undefined ? null : text.slice(...span));
  }
  const ranges = [...Object.values(spans), ...(reading.defect ? [reading.defect.span] : [])];
  for (const [start, end] of ranges) {
    expect(0 <= start && start <= end && end <= text.length).toBe(true);
  }
  if (!reading.ok) return;
  expect(reading.want).toMatch(/\S/);
  if (reading.format !== 'job-story') expect(reading.role).toMatch(/\S/);
}
