#!/usr/bin/env bash
# What npm run new:rule and new:command write compiles, lints, and passes its own tests.
set -euo pipefail
repository=$(cd "$(dirname "$0")/../.." && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$repository"
cp -R ./*.json ./*.ts bin scripts src templates test examples "$folder"
ln -s "$repository/node_modules" "$folder/node_modules"
cd "$folder"
git init --quiet
npm run --silent new:rule story/surprise > made
npm run --silent new:command order/pin >> made
npm run --silent new:command product/mark >> made
mapfile -t files < <(grep -E '^(src|test)/' made)
node_modules/.bin/biome check "${files[@]}"
node_modules/.bin/tsc
node_modules/.bin/vitest run test/check/examples.test.ts test/check/local-rules.test.ts \
  test/commands/pin.test.ts test/commands/mark.test.ts test/import-graph.test.ts
echo "scaffolds: they compile, lint and pass their tests"
