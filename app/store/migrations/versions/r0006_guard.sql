-- Replaces a function of 0002. Whether an incident is settled is found from all its entries that
-- decide it: what had not seen a reopening, or something owed, does not hide an incident.


-- The kinds that decide it; `app/store/streams.py` says the same.
CREATE FUNCTION muster.muster_turns(kind text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT kind IN ('opened', 'closed', 'reopened', 'follow_up_added', 'follow_up_undone',
                    'promised', 'reception_begun', 'settled')
$$;
REVOKE ALL ON FUNCTION muster.muster_turns(text) FROM PUBLIC;


-- Whether whoever settled it knew of all that there was to do. Who names nothing knew all that
-- stands before; what cannot be read knew nothing.
CREATE FUNCTION muster.muster_has_seen(fact text, owing text[]) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    seen json;
BEGIN
    seen := fact::json -> 'seen';
    RETURN coalesce(json_typeof(seen), 'null') = 'null'
        OR owing <@ ARRAY(SELECT json_array_elements_text(seen));
EXCEPTION WHEN data_exception THEN
    RETURN false;
END
$$;
REVOKE ALL ON FUNCTION muster.muster_has_seen(text, text[]) FROM PUBLIC;


-- Whether an incident is not settled; `app/models/follow_up_states.py` says the same.
CREATE FUNCTION muster.muster_is_open(of_stream text) RETURNS boolean
LANGUAGE plpgsql SET search_path = pg_catalog, muster, pg_temp AS $$
DECLARE
    turn record;
    status text := 'unopened';
    owing text[] := '{}';
    settled boolean := false;
BEGIN
    FOR turn IN
        SELECT e.kind, e.id, e.data FROM entries e
        WHERE e.stream = of_stream AND muster_turns(e.kind) ORDER BY e.at, e.id
    LOOP
        CASE turn.kind
            WHEN 'opened' THEN
                IF status = 'unopened' THEN
                    status := 'open';
                END IF;
            WHEN 'closed' THEN
                IF status = 'open' THEN
                    status := 'closed';
                END IF;
            WHEN 'settled' THEN
                settled := settled
                    OR (status = 'closed' AND muster_has_seen(turn.data, owing));
            ELSE
                settled := false;
                owing := owing || turn.id;
                IF turn.kind = 'reopened' AND status = 'closed' THEN
                    status := 'open';
                END IF;
        END CASE;
    END LOOP;
    RETURN NOT settled;
END
$$;
REVOKE ALL ON FUNCTION muster.muster_is_open(text) FROM PUBLIC;


-- Appends entries given as arrays of equal length. `nth` is the place in those arrays.
--
-- Locks: first the numbering (only if an incident is opened), then the streams in the order of
-- their names, so that no two calls can wait for each other. A stream's row is locked from its
-- first entry to the commit: that makes its seq gapless and in the order of commits.
CREATE OR REPLACE FUNCTION muster.muster_append(
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
    turns boolean;
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
                stream_name, muster_kind_of(stream_name),
                false, true, NULL, NULL, 0, decode(repeat('00', 32), 'hex'), 0
            ) ON CONFLICT DO NOTHING;
            SELECT * INTO line FROM streams WHERE stream = stream_name FOR UPDATE;
        END IF;
        moment := muster_micros();
        before := line.seq;
        turns := false;

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

            IF line.kind = 'incident' THEN
                turns := turns OR muster_turns(entry.kind);
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

        IF turns THEN
            line.open := muster_is_open(stream_name);
        END IF;
        IF line.seq > before THEN
            UPDATE streams SET seq = line.seq, head = line.head, drill = line.drill,
                    open = line.open, year = line.year, running = line.running,
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
