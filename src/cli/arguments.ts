import type { CommandSpec } from '../commands/shared/command.js';

/** The options before a command that take the next word. */
const takesNext: ReadonlySet<string> = new Set(['-C', '--directory']);

/** Where in `argv` the words stand that may name a command: neither options nor their values. */
function findWords(argv: readonly string[]): readonly number[] {
  return argv.flatMap((word, index) =>
    word.startsWith('-') || takesNext.has(argv[index - 1] ?? '') ? [] : [index],
  );
}

/** The command that a command line names; undefined where it names none. */
function findSpec(argv: readonly string[], specs: readonly CommandSpec[]): CommandSpec | undefined {
  const [first = '', second = ''] = findWords(argv).map((index) => argv[index] ?? '');
  return specs.find(({ name }) => name === first || name === `${first} ${second}`);
}

/**
 * `--json` may be followed by keys, and commander would take any next word for them. Only a word
 * with a key of the command in it is, or with what was probably meant as one, so that a slip is
 * reported: `list --json id,title` and `list --json titel`, but `list --json status:ready`.
 */
export async function joinJsonKeys(
  argv: readonly string[],
  specs: readonly CommandSpec[],
): Promise<readonly string[]> {
  if (!argv.includes('--json')) return argv;
  const { suggest } = await import('../text/suggest.js');
  const known = findSpec(argv, specs)?.jsonKeys ?? [];
  const isKey = (word: string) => known.includes(word) || suggest(word, known) !== undefined;
  const joined: string[] = [];
  for (let i = 0; i < argv.length; i += 1) {
    const word = argv[i] ?? '';
    if (word === '--') return [...joined, ...argv.slice(i)];
    if (word !== '--json') {
      joined.push(word);
      continue;
    }
    const next = argv[i + 1] ?? '';
    const isKeys = /^[A-Za-z][\w,-]*$/.test(next) && next.split(',').some(isKey);
    joined.push(isKeys ? `--json=${next}` : '--json=');
    if (isKeys) i += 1;
  }
  return joined;
}

/**
 * `help sprint plan` as `sprint plan --help`: commander's own takes one word only. Asked for help
 * on a command that there is not, commander would show the program's; without the option it says
 * what is wrong.
 */
export function spellHelp(
  argv: readonly string[],
  specs: readonly CommandSpec[],
): readonly string[] {
  const [first, ...words] = argv;
  const spelled = first === 'help' && words.length > 0 ? [...words, '--help'] : argv;
  const named = findWords(spelled).map((index) => spelled[index] ?? '');
  const [command, second] = named;
  if (command === undefined || findSpec(spelled, specs)) return spelled;
  const group = specs.some(({ name }) => name.startsWith(`${command} `));
  if (group && second === undefined) return spelled;
  return spelled.filter((word) => word !== '--help' && word !== '-h');
}

/** Stands for the dash of `-label:later`, which commander would read as short options. */
const hiddenDash = '\u0000';

export function hideQueryDashes(argv: readonly string[]): string[] {
  const end = argv.indexOf('--');
  return argv.map((word, index) =>
    (end === -1 || index < end) && /^-[a-z]{2,}(?:[:=<>]|!=)/.test(word)
      ? hiddenDash + word.slice(1)
      : word,
  );
}

export function showQueryDashes(word: string): string {
  return word.startsWith(hiddenDash) ? `-${word.slice(1)}` : word;
}
