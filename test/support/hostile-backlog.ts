import { hostileTexts } from './hostile-texts.js';

/** A text as one line of YAML: JSON is YAML. */
function quote(text: string): string {
  return JSON.stringify(text.replace(/\s*\n\s*/g, ' '));
}

function at(index: number): string {
  return hostileTexts[index % hostileTexts.length] ?? '';
}

/**
 * Documents with every hostile text in a body, a title, and each of the fields that pages show, by
 * path in the backlog.
 */
export function hostileDocuments(): Readonly<Record<string, string>> {
  const files: Record<string, string> = {};
  const body = hostileTexts.join('\n\n');
  files['items/ST-X0-all.md'] =
    `---\nid: ST-X0\ntype: story\nstatus: ready\ntitle: All of it\n---\n\nAs a guest, I want ${at(0)}, so that ${at(4)}.\n\n${body}\n`;
  for (const [index, text] of hostileTexts.entries()) {
    const id = `ST-X${index + 1}`;
    files[`items/${id}.md`] = [
      '---',
      `id: ${id}`,
      'type: story',
      `status: ${quote(at(index + 1))}`,
      `title: ${quote(text)}`,
      'points: 3',
      `parent: EP-X1`,
      `sprint: 2026-S90`,
      `labels: [${quote(text)}, ${quote(at(index + 2))}]`,
      `goal: goal-x`,
      `due: ${quote(at(index + 3))}`,
      `created: ${quote(at(index + 4))}`,
      `depends: [${quote(at(index + 5))}, ST-X1]`,
      `stage: ${quote(at(index + 6))}`,
      'sprints:',
      `  - ${quote(`2026-11-16 +2026-S90 3 ${text}`)}`,
      '---',
      '',
      `As a ${text.replace(/\s*\n\s*/g, ' ')}, I want ${at(index + 7)}, so that ${at(index + 8)}.`,
      '',
      text,
      '',
    ].join('\n');
  }
  const [first, second, third] = [at(0), at(4), at(70)].map(quote);
  files['items/EP-X1.md'] =
    `---\nid: EP-X1\ntype: epic\nstatus: doing\ntitle: ${third}\n---\n\n${body}\n`;
  files['goals/goal-x.md'] =
    `---\nid: goal-x\ntype: goal\nstatus: active\ntitle: ${first}\nmeasure: ${second}\ntarget: ${third}\nhorizon: ${second}\nreadings: [${first}]\n---\n\n${body}\n`;
  files['personas/persona-x.md'] =
    `---\nid: persona-x\ntype: persona\ntitle: ${first}\naliases: [${second}, ${third}]\n---\n\n${at(4)}\n\n${body}\n`;
  files['stakeholders/stakeholder-x.md'] =
    `---\nid: stakeholder-x\ntype: stakeholder\ntitle: ${second}\n---\n\n${body}\n`;
  files['feedback/FB-X1.md'] =
    `---\nid: FB-X1\ntype: feedback\nstatus: new\ntitle: ${third}\nfrom: ${first}\nkind: ${second}\nsource: ${third}\ndate: ${first}\nreason: ${second}\npromised: ${third}\nanswered: ${first}\nitems: [ST-X1, ST-X2]\n---\n\n${body}\n\n## Answer\n\n${body}\n`;
  files['sprints/2026-S90.md'] =
    `---\nid: 2026-S90\ntype: sprint\nstatus: active\ntitle: ${second}\nstart: 2026-11-16\nend: 2026-11-29\ncommitted: [{id: ST-X1, points: 3}]\n---\n\n## Sprint goal\n\n${body}\n\n## Review\n\n${body}\n`;
  return files;
}
