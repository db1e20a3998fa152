-- Replaces a function of 0005: a station says how long a contact is kept, within limits.


-- Keeps a contact until its date; one whose date has passed is not kept. What is kept is erased
-- after 731 days at the latest, and nobody puts off the date of one that is there.
CREATE OR REPLACE FUNCTION muster.muster_keep_contact(
    of_key text, of_stream text, with_data text, until bigint
) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, muster, pg_temp AS $$
    INSERT INTO contacts (id, stream, data, erase_by)
    SELECT of_key, of_stream, with_data,
            least(until, muster_micros() + 731 * 24 * 3600 * 1000000::bigint)
        WHERE until > muster_micros()
    ON CONFLICT (id) DO UPDATE SET data = excluded.data,
            erase_by = least(contacts.erase_by, excluded.erase_by)
        WHERE contacts.stream = excluded.stream
$$;
