/**
 * `--json` may be followed by keys, and commander would take any next word for them. Only a word
 * with a known key in it is: `list --json id,title` but `list --json status:ready`.
 */
export function joinJsonKeys(
  argv: readonly string[],
  knownKeys: ReadonlySet<string>,
): readonly string[] {
  const joined: string[] = [];
  for (let i = 0; i < argv.length; i += 1) {
    const word = argv[i] ?? '';
    if (word === '--') return [...joined, ...argv.slice(i)];
    if (word !== '--json') {
      joined.push(word);
      continue;
    }
    const next = argv[i + 1] ?? '';
    const isKeys =
      /^[A-Za-z][\w,-]*$/.test(next) && next.split(',').some((key) => knownKeys.has(key));
    joined.push(isKeys ? `--json=${next}` : '--json=');
    if (isKeys) i += 1;
  }
  return joined;
}

/** `help sprint plan` as `sprint plan --help`: commander's own takes one word only. */
export function spellHelp(argv: readonly string[]): readonly string[] {
  const [first, ...words] = argv;
  return first === 'help' && words.length > 0 ? [...words, '--help'] : argv;
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
