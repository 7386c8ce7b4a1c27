#!/usr/bin/env bash
# Packs the package, installs the tarball in an empty folder and uses it as a new user would.
set -euo pipefail
repository=$(cd "$(dirname "$0")/.." && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$repository"
tarball=$(npm pack --silent --pack-destination "$folder")
cd "$folder"
npm init --yes >/dev/null
npm install --no-audit --no-fund "./$tarball" >/dev/null
version=$(npx storymark --version)
expected=$(node -p "require('$repository/package.json').version")
[ "$version" = "$expected" ] || { echo "smoke: version $version, expected $expected"; exit 1; }
npx storymark init >/dev/null
id=$(npx storymark add --as "team lead" --want "to see who is away" --points 3)
npx storymark list | grep -q "^$id" || { echo "smoke: $id is not listed"; exit 1; }
npx storymark set "$id" status=ready score.value=5 score.urgency=3 score.risk=1 >/dev/null
npx storymark sprint plan --capacity 5 | grep -q "^$id" || { echo "smoke: $id is not planned"; exit 1; }
node --input-type=module -e "
  import { parseStory, selectItems } from 'storymark';
  const { chosen } = await selectItems({ items: [{ id: 'a', size: 2, value: 3 }], capacity: 2 });
  if (chosen[0] !== 'a' || !parseStory('As a guest, I want to stay.').ok) process.exit(1);
"
# The types, by a strict compiler that also reads them itself.
cat > use.mts <<'TYPESCRIPT'
import { type Document, findStory, parseStory, readDocument, selectItems } from 'storymark';

const story = parseStory('As a guest, I want to stay.');
if (story.ok) {
  const role: string | null = story.role;
  // @ts-expect-error a role is text, so the compiler must have seen its type
  const size: number = story.role;
  console.log(role, size);
}
const { chosen }: { readonly chosen: readonly string[] } = await selectItems({
  items: [{ id: 'a', size: 2, value: 3 }],
  capacity: 2,
});
const document: ReturnType<typeof readDocument> = readDocument('a.md', '---\nid: ST-1\n---\n');
export const use: [typeof findStory, Document | null, typeof chosen] = [
  findStory,
  document.ok ? document.value : null,
  chosen,
];
TYPESCRIPT
"$repository/node_modules/.bin/tsc" --strict --noEmit --target es2022 --module nodenext use.mts
echo "smoke: the packed package installs and works"
