-- What stands between a station's login and the bytes of photos and files: viewers read, and one
-- function is the only way to write. `app/store/beside.py` says the same limits first.

REVOKE ALL ON blobs, blob_parts FROM PUBLIC;
GRANT SELECT ON blobs, blob_parts TO muster_viewer;

-- Photos do not get smaller by being packed again, and unpacked they are read in parts quickly.
ALTER TABLE blob_parts ALTER COLUMN content SET STORAGE EXTERNAL;


-- Keeps a part of a file behind what is there of it; answers how much is there then. Once all of
-- it is there it must match its fingerprint: else all of it is forgotten, and nulls are answered
-- (an error would take the forgetting back).
CREATE FUNCTION muster.muster_keep_part(
    of_sha256 text, of_size bigint, at_start bigint, part bytea,
    OUT have bigint, OUT size bigint, OUT whole boolean
)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, muster, pg_temp AS $$
DECLARE
    length CONSTANT bigint := octet_length(part);
BEGIN
    IF of_sha256 IS NULL OR of_sha256 !~ '^[0-9a-f]{64}$' THEN
        RAISE EXCEPTION 'its fingerprint is no SHA-256' USING ERRCODE = 'MU003';
    END IF;
    IF of_size IS NULL OR of_size NOT BETWEEN 1 AND 26214400 THEN
        RAISE EXCEPTION 'it has % bytes; the most is 26214400', of_size USING ERRCODE = 'MU003';
    END IF;
    IF length IS NULL OR at_start IS NULL OR length NOT BETWEEN 1 AND 131072
        OR at_start NOT BETWEEN 0 AND of_size - length THEN
        RAISE EXCEPTION 'a part does not fit into it' USING ERRCODE = 'MU003';
    END IF;

    INSERT INTO blobs VALUES (of_sha256, of_size, 0, false) ON CONFLICT DO NOTHING;
    SELECT b.have, b.size, b.whole INTO have, size, whole
        FROM blobs b WHERE b.sha256 = of_sha256 FOR UPDATE;
    IF whole THEN
        RETURN;
    END IF;
    IF size <> of_size THEN  -- one of the two senders was wrong about it
        DELETE FROM blob_parts p WHERE p.sha256 = of_sha256;
        have := 0;
        size := of_size;
    END IF;
    IF at_start <= have AND have < at_start + length THEN
        INSERT INTO blob_parts
            VALUES (of_sha256, have, substring(part FROM (have - at_start + 1)::integer));
        have := at_start + length;
    END IF;
    whole := have = size;
    IF whole AND encode(sha256((
        SELECT string_agg(p.content, ''::bytea ORDER BY p.start)
        FROM blob_parts p WHERE p.sha256 = of_sha256)), 'hex') <> of_sha256
    THEN
        DELETE FROM blob_parts p WHERE p.sha256 = of_sha256;
        DELETE FROM blobs b WHERE b.sha256 = of_sha256;
        have := NULL;
        size := NULL;
        whole := NULL;
        RETURN;
    END IF;
    UPDATE blobs b SET size = muster_keep_part.size, have = muster_keep_part.have,
            whole = muster_keep_part.whole
        WHERE b.sha256 = of_sha256;
END
$$;

REVOKE ALL ON FUNCTION muster.muster_keep_part(text, bigint, bigint, bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION muster.muster_keep_part(text, bigint, bigint, bytea) TO muster_recorder;
