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
packages=$(node -p "Object.keys(require('./node_modules/.package-lock.json').packages).length")
[ "$packages" -le 40 ] || { echo "smoke: $packages packages are installed, expected at most 40"; exit 1; }
version=$(npx storymark --version)
expected=$(node -p "require('$repository/package.json').version")
[ "$version" = "$expected" ] || { echo "smoke: version $version, expected $expected"; exit 1; }
npx storymark init >/dev/null
id=$(npx storymark add --as "team lead" --want "to see who is away" --points 3)
npx storymark list | grep -q "^$id" || { echo "smoke: $id is not listed"; exit 1; }
npx storymark set "$id" status=ready score.value=5 score.urgency=3 score.risk=1 >/dev/null
npx storymark sprint plan --capacity 5 | grep -q "^$id" || { echo "smoke: $id is not planned"; exit 1; }
# The library: its page's examples, by a strict compiler that also reads the types themselves.
rm -rf backlog
cp -R "$repository/examples/calendar/backlog" backlog
node "$repository/scripts/smoke/library-examples.mjs" write "$folder"
cat > refused.mts <<'TYPESCRIPT'
import { parseStory } from 'storymark';

const story = parseStory('As a guest, I want to stay.');
// @ts-expect-error a role is text or null, so the compiler must have seen its type
export const size: number = story.role;
TYPESCRIPT
"$repository/node_modules/.bin/tsc" --strict --target es2022 --module nodenext ./*.mts
node "$repository/scripts/smoke/library-examples.mjs" run "$folder"
echo "smoke: the packed package installs ($packages packages, $(du -sm node_modules | cut -f1) MB) and works"
