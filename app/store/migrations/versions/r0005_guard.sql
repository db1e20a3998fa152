-- What stands between a station's login and the names of visitors: who records reads them (0001
-- says so), viewers do not; three functions are the only way to write. `app/store/contacts.py`
-- says the same limits first.

REVOKE ALL ON contacts FROM PUBLIC;

ALTER TABLE contacts ADD CHECK (
    id <> '' AND stream <> '' AND greatest(length(id), length(stream)) <= 500
    AND length(data) <= 10000
);

-- Rows come and go: what was erased is to leave the table's files soon, not when it has grown.
ALTER TABLE contacts SET (
    autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0
);


-- Keeps a contact until its date; one whose date has passed is not kept.
CREATE FUNCTION muster.muster_keep_contact(
    of_key text, of_stream text, with_data text, until bigint
) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, muster, pg_temp AS $$
    INSERT INTO contacts (id, stream, data, erase_by)
    SELECT of_key, of_stream, with_data, until WHERE until > muster_micros()
    ON CONFLICT (id) DO UPDATE SET data = excluded.data, erase_by = excluded.erase_by
        WHERE contacts.stream = excluded.stream
$$;


CREATE FUNCTION muster.muster_erase_contact(of_key text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, muster, pg_temp AS $$
    DELETE FROM contacts WHERE id = of_key
$$;


-- Erases all whose date has come by the server's clock; answers what this call erased.
CREATE FUNCTION muster.muster_erase_due_contacts(OUT of_key text, OUT of_stream text)
RETURNS SETOF record
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, muster, pg_temp AS $$
    DELETE FROM contacts WHERE erase_by <= muster_micros() RETURNING id, stream
$$;


REVOKE ALL ON FUNCTION muster.muster_keep_contact(text, text, text, bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION muster.muster_erase_contact(text) FROM PUBLIC;
REVOKE ALL ON FUNCTION muster.muster_erase_due_contacts() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION muster.muster_keep_contact(text, text, text, bigint) TO muster_recorder;
GRANT EXECUTE ON FUNCTION muster.muster_erase_contact(text) TO muster_recorder;
GRANT EXECUTE ON FUNCTION muster.muster_erase_due_contacts() TO muster_recorder;
