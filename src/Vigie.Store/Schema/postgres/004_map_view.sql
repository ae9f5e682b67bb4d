-- Where PostGIS can be had, incidents' events with a geometry, for QGIS and other map programs. Vigie itself does without.
DO $$
BEGIN
  IF EXISTS (SELECT 1 FROM pg_available_extensions WHERE name = 'postgis') THEN
    CREATE EXTENSION IF NOT EXISTS postgis;
    EXECUTE 'CREATE VIEW event_map AS SELECT e.id, e.sub_event_type, e.status, e.state, e.date_start, e.date_end, e.place_name, e.country, e.killed_low, e.killed_best,
      e.killed_high, ST_SetSRID(ST_MakePoint(e.longitude, e.latitude), 4326) AS geometry FROM events e WHERE e.longitude IS NOT NULL AND e.latitude IS NOT NULL';
  END IF;
EXCEPTION WHEN insufficient_privilege THEN
  RAISE NOTICE 'PostGIS is not set up: the user may not create extensions';
END $$;
