import { camelCase } from './camel-case.mjs';

/** A rule about one story, by path. Its examples are its tests. */
export function ruleFiles(group, word) {
  const text = `import { defineStoryRule, levels } from '../define-rule.js';
import { inFile } from '../subject.js';

// TODO: what the rule looks for.
const SURPRISE = /\\bunicorns?\\b/i;

export const ${camelCase(`${group}-${word}`)} = defineStoryRule({
  id: '${group}/${word}',
  summary: 'TODO: what a story should be, in one line',
  why: 'TODO: what goes wrong for people when it is not.',
  levels: levels('warn', 'warn', 'off'),
  isLocal: true,
  good: [{ text: 'As a guest, I want to leave a note, so that my host knows I came.\\n' }],
  bad: [{ text: 'As a guest, I want to leave a unicorn, so that my host knows I came.\\n' }],
  check(story, subject) {
    const [start, end] = inFile(subject, story.span);
    const found = SURPRISE.exec(subject.text.slice(start, end));
    if (found === null) return [];
    const at = start + found.index;
    const message = \`"\${found[0]}": TODO: what is wrong, and what to write instead\`;
    return [{ message, at: { span: [at, at + found[0].length] } }];
  },
});
`;
  return { [`src/check/rules/${group}-${word}.ts`]: text };
}

/** The list of rules with this one after the others of its group. */
export function registerRule(index, group, word) {
  const name = camelCase(`${group}-${word}`);
  const lines = index.split('\n');
  const last = lines.findLastIndex((line) => new RegExp(`^ {2}${group}[A-Z]\\w*,$`).test(line));
  lines.splice((last === -1 ? lines.lastIndexOf('];') - 1 : last) + 1, 0, `  ${name},`);
  return `import { ${name} } from './${group}-${word}.js';\n${lines.join('\n')}`;
}
