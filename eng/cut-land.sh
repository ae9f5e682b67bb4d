#!/usr/bin/env bash
# Cuts the land and borders of the desk's map, src/Vigie.Desk/wwwroot/land.json, from Natural Earth's admin 1 polygons (public domain).
# Usage: eng/cut-land.sh ne_10m_admin_1_states_provinces.geojson[.gz]. Needs Node and the network: mapshaper (MPL-2.0) is fetched by npx.
set -euo pipefail
input=$1
output="$(realpath "$(dirname "${BASH_SOURCE[0]}")/..")/src/Vigie.Desk/wwwroot/land.json"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
if [[ $input == *.gz ]]; then gzip -dc "$input" > "$folder/ne.json"; else cp "$input" "$folder/ne.json"; fi
# Simplified as one topology, so that neighbours keep sharing their borders; countries are filled, and between the regions of a country only lines are kept.
npx --yes mapshaper@0.7.70 "$folder/ne.json" name=ne \
  -filter-fields adm0_a3 \
  -simplify weighted 4% keep-shapes \
  -filter-islands min-area=80km2 remove-empty \
  -innerlines where='A.adm0_a3 == B.adm0_a3' + name=regions \
  -each 'kind="region"' target=regions \
  -dissolve target=ne adm0_a3 + name=countries \
  -each 'kind="country"' target=countries \
  -filter-fields kind target=countries,regions \
  -o target=countries,regions combine-layers format=geojson precision=0.01 "$output"
