-- What stands between a station's login and the addresses of messages, which hold passwords and
-- tokens: who records (and so sends) reads them, viewers do not; two functions are the only way to
-- write, for commanders. `app/store/addresses.py` says the same limits first.

REVOKE ALL ON addresses FROM PUBLIC;
GRANT SELECT ON addresses TO muster_recorder;

ALTER TABLE addresses ADD CHECK (
    key <> '' AND label <> '' AND url <> '' AND language IN ('zh', 'en')
    AND greatest(length(key), length(label), length(url)) <= 2000
    AND length(targets) <= 200000
);


CREATE FUNCTION muster.muster_keep_address(
    of_key text, with_label text, to_url text, for_targets text, in_language text,
    in_drills boolean, in_use boolean
) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, muster, pg_temp AS $$
    INSERT INTO addresses (key, label, url, targets, language, for_drills, active)
    VALUES (of_key, with_label, to_url, for_targets, in_language, in_drills, in_use)
    ON CONFLICT (key) DO UPDATE SET label = excluded.label, url = excluded.url,
        targets = excluded.targets, language = excluded.language,
        for_drills = excluded.for_drills, active = excluded.active
$$;


CREATE FUNCTION muster.muster_drop_address(of_key text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, muster, pg_temp AS $$
    DELETE FROM addresses WHERE key = of_key
$$;


REVOKE ALL ON FUNCTION muster.muster_keep_address(
    text, text, text, text, text, boolean, boolean) FROM PUBLIC;
REVOKE ALL ON FUNCTION muster.muster_drop_address(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION muster.muster_keep_address(
    text, text, text, text, text, boolean, boolean) TO muster_commander;
GRANT EXECUTE ON FUNCTION muster.muster_drop_address(text) TO muster_commander;
