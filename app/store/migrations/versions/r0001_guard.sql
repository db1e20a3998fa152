-- What stands between a station's login and the log: roles that may read, and two functions that
-- are the only way to write. Runs in the transaction that made the tables, in the schema muster.

-- Roles belong to the whole cluster: another database of it may have made them already.
DO $$
DECLARE
    role text;
BEGIN
    FOREACH role IN ARRAY
        ARRAY['muster_viewer', 'muster_recorder', 'muster_commander', 'muster_admin']
    LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role) THEN
            BEGIN
                EXECUTE format('CREATE ROLE %I NOLOGIN', role);
            EXCEPTION WHEN duplicate_object OR unique_violation THEN
                NULL;  -- someone else made it in the same moment
            END;
        END IF;
    END LOOP;
    IF NOT pg_has_role('muster_recorder', 'muster_viewer', 'MEMBER') THEN
        GRANT muster_viewer TO muster_recorder;
    END IF;
    IF NOT pg_has_role('muster_commander', 'muster_recorder', 'MEMBER') THEN
        GRANT muster_recorder TO muster_commander;
    END IF;
    IF NOT pg_has_role('muster_admin', 'muster_commander', 'MEMBER') THEN
        GRANT muster_commander TO muster_admin;
    END IF;
    IF NOT pg_has_role(current_user, 'muster_admin', 'USAGE') THEN
        EXECUTE format('GRANT muster_admin TO %I', current_user);
    END IF;
END
$$;

REVOKE ALL ON SCHEMA muster FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA muster FROM PUBLIC;
GRANT USAGE ON SCHEMA muster TO muster_viewer;
GRANT SELECT ON streams, entries, blobs, stations, muster_version TO muster_viewer;
GRANT SELECT ON contacts TO muster_recorder;

-- Every append rewrites its stream's row: room on the page keeps that cheap.
ALTER TABLE streams SET (fillfactor = 50);


-- The role that an entry of this kind needs: 2 recorder, 3 commander, 4 admin.
CREATE FUNCTION muster.muster_rank_of(kind text) RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE
        WHEN kind IN ('person_set', 'zone_defined') THEN 4
        WHEN kind IN ('level_set', 'command_taken', 'command_handed_over', 'declared_over',
                      'closed', 'reopened', 'plan_published') THEN 3
        ELSE 2
    END
$$;


-- The role that this login has, by the same numbers; 1 is a viewer.
CREATE FUNCTION muster.muster_rank() RETURNS integer
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT CASE
        WHEN pg_has_role(session_user, 'muster_admin', 'USAGE') THEN 4
        WHEN pg_has_role(session_user, 'muster_commander', 'USAGE') THEN 3
        WHEN pg_has_role(session_user, 'muster_recorder', 'USAGE') THEN 2
        ELSE 1
    END
$$;


-- A correction needs the role of what it corrects, and of what it puts in its place.
CREATE FUNCTION muster.muster_rank_of_correction(fact text) RETURNS integer
LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, muster, pg_temp AS $$
DECLARE
    target text;
    instead text;
BEGIN
    target := fact::json ->> 'entry';
    instead := fact::json -> 'fact' ->> 'kind';
    RETURN greatest(
        2,
        (SELECT muster_rank_of(kind) FROM entries WHERE id = target),
        muster_rank_of(coalesce(instead, ''))
    );
EXCEPTION WHEN data_exception THEN
    RETURN 3;  -- not readable here; perhaps to a station
END
$$;


CREATE FUNCTION muster.muster_is_drill(fact text) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN coalesce(fact::json ->> 'drill' = 'true', false);
EXCEPTION WHEN data_exception THEN
    RETURN false;
END
$$;


CREATE FUNCTION muster.muster_micros() RETURNS bigint
LANGUAGE sql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
    SELECT floor(extract(epoch FROM clock_timestamp()) * 1000000)::bigint
$$;


-- What is wrong with the form of an entry; null if nothing is. `app/store/limits.py` says it first.
CREATE FUNCTION muster.muster_fault(
    id text, stream text, kind text, at bigint, author text, station text, data text
) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE
        WHEN id IS NULL OR stream IS NULL OR kind IS NULL OR at IS NULL OR author IS NULL
            OR station IS NULL OR data IS NULL THEN 'it is incomplete'
        WHEN id = '' OR stream = '' OR kind = '' THEN 'its id, stream or kind is empty'
        WHEN greatest(length(id), length(stream), length(kind), length(author), length(station))
            > 200 THEN 'one of its names has more than 200 characters'
        WHEN position(chr(31) IN id || stream || kind || author || station) > 0
            THEN 'it holds a control character (U+001F)'
        WHEN at < 0 OR at >= 221845392000000000 THEN 'its time is out of range'
        WHEN octet_length(data) > 1000000 THEN 'it has more than 1,000,000 bytes'
    END
$$;


-- Appends entries given as arrays of equal length. `nth` is the place in those arrays.
--
-- Locks: first the numbering (only if an incident is opened), then the streams in the order of
-- their names, so that no two calls can wait for each other. A stream's row is locked from its
-- first entry to the commit: that makes its seq gapless and in the order of commits.
CREATE FUNCTION muster.muster_append(
    ids text[], names text[], kinds text[], ats bigint[], authors text[], desks text[],
    facts text[], wanted_year integer
) RETURNS TABLE (
    nth integer, in_stream text, at_seq bigint, at_moment bigint, by_login text, with_hash bytea
)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, muster, pg_temp AS $$
DECLARE
    total CONSTANT integer := greatest(
        cardinality(ids), cardinality(names), cardinality(kinds), cardinality(ats),
        cardinality(authors), cardinality(desks), cardinality(facts));
    login CONSTANT text := session_user;
    rank CONSTANT integer := muster_rank();
    stream_name text;
    line streams%ROWTYPE;
    entry record;
    known record;
    problem text;
    needed integer;
    moment bigint;
    this_year integer;
    before bigint;
    added integer := 0;
    moved jsonb := '[]';
    alone json;
    notice text;
BEGIN
    IF total > 5000 THEN
        RAISE EXCEPTION '% entries in one batch; the most is 5000', total USING ERRCODE = 'MU002';
    END IF;
    IF total <> least(
        cardinality(ids), cardinality(names), cardinality(kinds), cardinality(ats),
        cardinality(authors), cardinality(desks), cardinality(facts)) THEN
        RAISE EXCEPTION 'the arrays differ in length' USING ERRCODE = 'MU002';
    END IF;
    IF 'opened' = ANY (kinds) THEN
        PERFORM pg_advisory_xact_lock(5571889501);
    END IF;

    FOR stream_name IN SELECT DISTINCT n COLLATE "C" FROM unnest(names) AS n ORDER BY 1 LOOP
        -- Those who wait for this are served in turn; for the row's own lock they would not be,
        -- and under load some would wait three times as long.
        PERFORM pg_advisory_xact_lock(hashtextextended(stream_name, 0));
        SELECT * INTO line FROM streams WHERE stream = stream_name FOR UPDATE;
        IF NOT FOUND AND stream_name IS NOT NULL THEN
            INSERT INTO streams VALUES (
                stream_name, CASE stream_name WHEN 'site' THEN 'site' ELSE 'incident' END,
                false, true, NULL, NULL, -1, '', 0, decode(repeat('00', 32), 'hex'), 0
            ) ON CONFLICT DO NOTHING;
            SELECT * INTO line FROM streams WHERE stream = stream_name FOR UPDATE;
        END IF;
        moment := muster_micros();
        before := line.seq;

        FOR entry IN
            SELECT u.* FROM unnest(ids, names, kinds, ats, authors, desks, facts)
                WITH ORDINALITY AS u(id, stream, kind, at, author, station, data, nth)
            WHERE u.stream IS NOT DISTINCT FROM stream_name ORDER BY u.nth
        LOOP
            nth := entry.nth;
            problem := muster_fault(entry.id, entry.stream, entry.kind, entry.at, entry.author,
                                    entry.station, entry.data);
            IF problem IS NOT NULL THEN
                RAISE EXCEPTION 'entry % cannot be stored: %', entry.id, problem
                    USING ERRCODE = 'MU002', DETAIL = coalesce(entry.id, '');
            END IF;

            SELECT e.stream, e.seq, e.recorded_at, e.recorded_by, e.hash INTO known
                FROM entries e WHERE e.id = entry.id;
            IF FOUND THEN
                in_stream := known.stream; at_seq := known.seq; at_moment := known.recorded_at;
                by_login := known.recorded_by; with_hash := known.hash;
                RETURN NEXT;
                CONTINUE;
            END IF;

            needed := muster_rank_of(entry.kind);
            IF entry.kind = 'corrected' THEN
                needed := muster_rank_of_correction(entry.data);
            END IF;
            IF rank < needed THEN
                RAISE EXCEPTION 'login % has no right to record "%"', login, entry.kind
                    USING ERRCODE = 'MU001', DETAIL = entry.id;
            END IF;

            line.seq := line.seq + 1;
            line.head := sha256(line.head || convert_to(concat_ws(
                chr(31), entry.stream, line.seq, entry.id, entry.kind, entry.at, moment,
                entry.author, entry.station, login, entry.data), 'UTF8'));
            INSERT INTO entries (id, stream, seq, kind, at, recorded_at, author, station,
                                 recorded_by, data, hash)
                VALUES (entry.id, entry.stream, line.seq, entry.kind, entry.at, moment,
                        entry.author, entry.station, login, entry.data, line.head);
            added := added + 1;

            IF entry.kind IN ('opened', 'closed', 'reopened') AND line.kind = 'incident' THEN
                IF (entry.at, entry.id COLLATE "C") > (line.turned_at, line.turned_id) THEN
                    line.open := entry.kind <> 'closed';
                    line.turned_at := entry.at;
                    line.turned_id := entry.id;
                END IF;
                IF entry.kind = 'opened' AND line.running IS NULL THEN
                    this_year := extract(year FROM clock_timestamp() AT TIME ZONE 'UTC');
                    line.drill := muster_is_drill(entry.data);
                    line.year := least(greatest(wanted_year, this_year - 1), this_year + 1);
                    SELECT coalesce(max(s.running), 0) + 1 INTO line.running
                        FROM streams s WHERE s.drill = line.drill AND s.year = line.year;
                END IF;
            END IF;

            in_stream := entry.stream; at_seq := line.seq; at_moment := moment;
            by_login := login; with_hash := line.head;
            RETURN NEXT;
            IF total = 1 THEN
                alone := json_build_array(
                    entry.id, entry.stream, entry.kind, entry.at, entry.author, entry.station,
                    entry.data, line.seq, moment, login, encode(line.head, 'hex'));
            END IF;
        END LOOP;

        IF line.seq > before THEN
            UPDATE streams SET seq = line.seq, head = line.head, drill = line.drill,
                    open = line.open, year = line.year, running = line.running,
                    turned_at = line.turned_at, turned_id = line.turned_id,
                    moved = pg_current_xact_id()::text::bigint
                WHERE stream = stream_name;
            moved := moved || jsonb_build_array(jsonb_build_array(stream_name, line.seq));
        END IF;
    END LOOP;

    -- One notice, with the entry itself if it is alone and fits (8,000 bytes are PostgreSQL's
    -- limit), else with what moved, else with nothing: then everybody looks.
    IF added > 0 THEN
        notice := json_build_array(moved, alone)::text;
        IF octet_length(notice) >= 7900 THEN
            notice := json_build_array(moved, NULL)::text;
        END IF;
        PERFORM pg_notify('muster',
            CASE WHEN octet_length(notice) < 7900 THEN notice ELSE '[[],null]' END);
    END IF;
END
$$;


-- Says that a station is here; its login is stamped.
CREATE FUNCTION muster.muster_present(
    of_station text, with_name text, of_person text, of_kind text
) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, muster, pg_temp AS $$
BEGIN
    IF length(of_station || with_name || of_person || of_kind) > 400 THEN
        RAISE EXCEPTION 'the names are too long' USING ERRCODE = 'MU002';
    END IF;
    INSERT INTO stations (station, name, person, kind, seen, login)
        VALUES (of_station, with_name, of_person, of_kind, muster_micros(), session_user)
        ON CONFLICT (station) DO UPDATE SET name = excluded.name, person = excluded.person,
            kind = excluded.kind, seen = excluded.seen, login = excluded.login;
END
$$;


REVOKE ALL ON ALL FUNCTIONS IN SCHEMA muster FROM PUBLIC;
GRANT EXECUTE ON FUNCTION muster.muster_micros() TO muster_viewer;
GRANT EXECUTE ON FUNCTION muster.muster_present(text, text, text, text) TO muster_viewer;
GRANT EXECUTE ON FUNCTION muster.muster_append(
    text[], text[], text[], bigint[], text[], text[], text[], integer) TO muster_recorder;
