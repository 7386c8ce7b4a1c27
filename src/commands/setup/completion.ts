import { didYouMean } from '../../text/suggest.js';
import type { Context, Input, Outcome } from '../shared/command.js';
import { failUsage } from '../shared/failure.js';

/**
 * Each script asks `storymark complete` for the words at the cursor, so that a new command or a
 * new item needs no new script. Files are left to the shell.
 */
const scripts: Readonly<Record<string, string>> = {
  bash: `_storymark() {
  local IFS=$'\\n'
  COMPREPLY=($(storymark complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))
}
complete -o default -F _storymark storymark`,
  zsh: `#compdef storymark
_storymark() {
  local -a found
  found=(\${(f)"$(storymark complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)"})
  if (( \${#found} )); then compadd -a found; else _files; fi
}
if [ "$funcstack[1]" = "_storymark" ]; then _storymark; else compdef _storymark storymark; fi`,
  fish: `function __storymark_complete
  set -l words (commandline -opc) (commandline -ct)
  storymark complete -- $words[2..-1] 2>/dev/null
end
complete -c storymark -a '(__storymark_complete)'`,
};

export function run(_context: Context, input: Input): Outcome<{ readonly script: string }> {
  const [shell = ''] = input.args;
  const known = Object.keys(scripts);
  const script = known.includes(shell) ? scripts[shell] : undefined;
  if (script === undefined) {
    failUsage(`unknown shell "${shell}".${didYouMean(shell, known)} (${known.join(', ')})`);
  }
  return { data: { script } };
}

export function render({ script }: { readonly script: string }): string {
  return script;
}
