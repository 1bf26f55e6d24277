#!/usr/bin/env bash
# The whole main job over the API. Needs curl and node; BASE, EMAIL and PASSWORD say where and as whom.
set -euo pipefail
BASE=${BASE:-http://localhost:3000}
API=$BASE/api/v1
JAR=$(mktemp)
trap 'rm -f "$JAR"' EXIT
call() { curl -sS --fail-with-body -b "$JAR" -c "$JAR" -H 'content-type: application/json' "$@"; }
field() { node -pe "JSON.parse(require('fs').readFileSync(0, 'utf8')).$1"; }

# Sign in.
call "$API/session" -d "{\"email\": \"$EMAIL\", \"password\": \"$PASSWORD\"}" >/dev/null

# Open a consultation.
CONSULTATION=$(call "$API/consultations" -d '{
  "title": "Hvad skal der ske på Mejerigrunden?",
  "teaser": "Det gamle mejeri har stået tomt siden 2019.",
  "questions": [{"kind": "text", "label": "Hvad må der ikke ske?"}],
  "closesAt": "2099-12-31", "deleteOn": "2100-12-31"}')
ID=$(field id <<<"$CONSULTATION")
SLUG=$(field slug <<<"$CONSULTATION")
call "$API/consultations/$ID/publish" -d '{}' >/dev/null
echo "Share: $BASE/f/$SLUG"

# A citizen writes; the same submit twice is one comment.
for _ in 1 2; do
  call "$API/public/consultations/$SLUG/comments" -d '{"text": "Lad skorstenen stå!", "name": "Åse", "idempotencyKey": "første"}' >/dev/null
done

# A caseworker shows it and tags it.
COMMENT=$(call "$API/consultations/$ID/comments?state=waiting" | field 'items[0].id')
call "$API/comments/$COMMENT/decision" -d '{"action": "publish"}' >/dev/null
TAG=$(call "$API/consultations/$ID/tags" -d '{"name": "Bevaring", "keywords": ["skorsten"]}' | field id)
call -X PUT "$API/comments/$COMMENT/tags" -d "{\"tagIds\": [\"$TAG\"]}" >/dev/null

# A PDF and a CSV come out.
for FORMAT in pdf csv; do
  EXPORT=$(call "$API/consultations/$ID/exports" -d "{\"format\": \"$FORMAT\", \"edition\": \"public\"}" | field id)
  until [ "$(call "$API/exports/$EXPORT" | field state)" = done ]; do sleep 0.2; done
  call "$API/exports/$EXPORT/file" -o "opsamling.$FORMAT"
  echo "opsamling.$FORMAT: $(call "$API/exports/$EXPORT" | field sha256)"
done
