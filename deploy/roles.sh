#!/bin/sh
# Two roles for Klarsjekk, made once when the server is new: one owns the tables, the other is the app's and owns nothing.
set -eu
psql --set=ON_ERROR_STOP=1 --username "${POSTGRES_USER:-postgres}" --dbname "$POSTGRES_DB" \
    --set=owner="$KLARSJEKK_OWNER_PASSWORD" --set=app="$KLARSJEKK_DB_PASSWORD" <<'SQL'
CREATE ROLE klarsjekk_owner LOGIN PASSWORD :'owner';
CREATE ROLE klarsjekk LOGIN PASSWORD :'app';
ALTER SCHEMA public OWNER TO klarsjekk_owner;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
SQL
